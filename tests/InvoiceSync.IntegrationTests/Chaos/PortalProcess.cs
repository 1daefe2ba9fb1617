using System.Diagnostics;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Chaos;

/// <summary>A portal in a process of its own, which can be killed as a power cut would.</summary>
sealed class PortalProcess : IAsyncDisposable
{
    readonly Process process;

    PortalProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<PortalProcess> Start(TestDatabase database, Uri practice, int port, string? sabotage, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var dll = sabotage is null ? "InvoiceSync.Web.dll" : "InvoiceSync.SabotagedPortal.dll";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, dll));
        foreach (var argument in PortalSettings.Of(database, practice, address.AbsoluteUri)) start.ArgumentList.Add(argument);
        if (sabotage is not null) start.ArgumentList.Add(sabotage);

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        await Eventually.Seen(() => Answers(http, address, process, ct), ready => ready);
        return new(process, address);
    }

    /// <summary>kill -9, in the middle of whatever it does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    static async Task<bool> Answers(HttpClient http, Uri address, Process process, CancellationToken ct)
    {
        Assert.False(process.HasExited, "The portal did not start.");
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
