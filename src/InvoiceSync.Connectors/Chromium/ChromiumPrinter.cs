using System.ComponentModel;
using InvoiceSync.Invoicing;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>
/// Keeps one warm Chromium and prints a few pages at a time with it. A browser that crashes, hangs or has printed its share is
/// replaced; a page met by a crash is printed once more.
/// </summary>
sealed class ChromiumPrinter(ChromiumSettings settings, TimeProvider time, ILogger<ChromiumPrinter> log) : IPagePrinter, IAsyncDisposable
{
    const int Tries = 2;

    readonly SemaphoreSlim presses = new(settings.AtOnce);
    readonly SemaphoreSlim door = new(1);
    PrintBrowser? warm;
    int here;

    /// <summary>The process of the warm browser; null while there is none.</summary>
    public int? ProcessId => warm is { HasEnded: false } running ? running.ProcessId : null;

    public async Task<PrintAnswer> Print(string html, CancellationToken ct)
    {
        if (settings.Find() is not { } path) return new PrintAnswer.Absent();
        try
        {
            if (Interlocked.Increment(ref here) > settings.AtOnce + settings.MostWaiting) return new PrintAnswer.Busy();
            await presses.WaitAsync(ct);
            try
            {
                return await Print(path, html, ct);
            }
            finally
            {
                presses.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref here);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (warm is not null) await warm.DisposeAsync();
        presses.Dispose();
        door.Dispose();
    }

    async Task<PrintAnswer> Print(string path, string html, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            PrintBrowser? browser = null;
            using var tooLong = new CancellationTokenSource(settings.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
            try
            {
                browser = await Take(path, either.Token);
                return new PrintAnswer.Printed(await PrintedPage.Print(browser.Tools, html, either.Token));
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                if (browser is not null) browser.IsRetired = true;
                return new PrintAnswer.Failed($"Chromium took longer than {settings.Timeout.TotalSeconds:0} s.");
            }
            catch (Exception lost) when (lost is IOException or Win32Exception or ObjectDisposedException)
            {
                if (browser is not null) browser.IsRetired = true;
                log.LogWarning("Chromium failed at attempt {Attempt}: {Problem}", attempt, lost.Message);
                if (attempt == Tries) return new PrintAnswer.Failed(lost.Message);
            }
            finally
            {
                if (browser is not null) await Give(browser);
            }
        }
    }

    async Task<PrintBrowser> Take(string path, CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            if (warm is { IsRetired: false } && (warm.HasEnded || warm.Printed >= settings.PagesPerBrowser)) warm.IsRetired = true;
            if (warm is { IsRetired: true })
            {
                // With pages still in it, the last of them sees it out.
                if (warm.IsIdle) await warm.DisposeAsync();
                warm = null;
            }

            warm ??= PrintBrowser.Start(path, settings.Sandbox);
            warm.Begin();
            return warm;
        }
        finally
        {
            door.Release();
        }
    }

    async Task Give(PrintBrowser browser)
    {
        await door.WaitAsync(CancellationToken.None);
        try
        {
            browser.End();
            if (!browser.IsRetired || !browser.IsIdle) return;
            if (warm == browser) warm = null;
            await browser.DisposeAsync();
        }
        finally
        {
            door.Release();
        }
    }
}
