using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using InvoiceSync.Connectors.Chromium;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Tests.Fiscal.Samples;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvoiceSync.Tests.Connectors.Chromium;

/// <summary>The installed Chromium, for real. Without it, or without pdftotext to read what came out, these are skipped.</summary>
public sealed class ChromiumPrinterTests
{
    static readonly ChromiumSettings Settings = new() { Sandbox = false, Timeout = TimeSpan.FromSeconds(90) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_printed_can_be_read_out_again_letter_by_letter()
    {
        NeedsChromium();
        const string letters = "ș ț ă â î Ș Ț Ă Â Î · Ελληνικά · Привет, мир · 漢字と仮名 · 发票";
        await using var printer = Printer(Settings);
        var text = await TextOf(await Printed(printer, Page(SampleInvoices.Ron with { Notes = [letters] })));
        Assert.Contains(letters, text, StringComparison.Ordinal);
        Assert.Contains(SampleInvoices.Ron.Number, text, StringComparison.Ordinal);
        Assert.Contains("Pagina 1 / 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InvoiceLayout.Classic)]
    [InlineData(InvoiceLayout.Modern)]
    [InlineData(InvoiceLayout.Compact)]
    public async Task A_long_invoice_repeats_its_head_row_and_never_leaves_the_totals_alone(InvoiceLayout layout)
    {
        NeedsChromium();
        await using var printer = Printer(Settings);
        foreach (var count in (int[])[27, 60])
        {
            var document = SampleInvoices.Of(new("RON"), [.. Enumerable.Range(1, count).Select(n => SampleInvoices.Line($"{n}", 1, n) with { Name = $"Articol {n}." })], [], 0);
            var pages = (await TextOf(await Printed(printer, Page(document, layout)))).Split('\f', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(pages.Where(p => p.Contains("Articol", StringComparison.Ordinal)), page => Assert.Contains("Denumire", page, StringComparison.Ordinal));
            var ending = Assert.Single(pages, page => page.Contains("Total fără TVA", StringComparison.Ordinal));
            Assert.Contains($"Articol {count}.", ending, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_reaches_neither_network_nor_files_and_runs_no_script()
    {
        NeedsChromium();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "SECRET-OF-THE-SERVER", Ct);
        await using var printer = Printer(Settings);
        // As a printer must take it: without the policy that our own pages carry.
        var pdf = await Printed(printer, $"""
            <html><head><link rel="stylesheet" href="http://127.0.0.1:{port}/a.css"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:{port}/b"></head>
            <body><p>before</p><img src="http://127.0.0.1:{port}/c.png"><iframe src="file://{secret}"></iframe><object data="file://{secret}"></object>
            <script>document.body.append('SCRIPT-RAN'); fetch('http://127.0.0.1:{port}/d')</script><iframe src="http://127.0.0.1:{port}/e"></iframe></body></html>
            """);
        var text = await TextOf(pdf);
        File.Delete(secret);
        Assert.Contains("before", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SCRIPT-RAN", text, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_browser_that_dies_is_replaced_and_so_is_one_that_has_printed_its_share()
    {
        NeedsChromium();
        await using var printer = Printer(Settings with { PagesPerBrowser = 2 });
        await Printed(printer, "<p>one</p>");
        var first = printer.ProcessId;
        using (var process = Process.GetProcessById(first!.Value)) process.Kill(entireProcessTree: true);
        await Printed(printer, "<p>two</p>");
        var second = printer.ProcessId;
        Assert.NotEqual(first, second);
        await Printed(printer, "<p>three</p>");
        await Printed(printer, "<p>four</p>");
        Assert.NotEqual(second, printer.ProcessId);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_the_next_one_is_printed()
    {
        NeedsChromium();
        await using var printer = Printer(Settings with { Timeout = TimeSpan.FromMilliseconds(1) });
        Assert.IsType<PrintAnswer.Failed>(await printer.Print("<p>slow</p>", Ct));
        await using var patient = Printer(Settings);
        await Printed(patient, "<p>next</p>");
    }

    [Fact]
    public async Task Without_a_browser_the_printer_says_so_and_when_too_many_wait_that_it_is_busy()
    {
        await using var absent = Printer(Settings with { Chromium = "/nowhere/chromium" });
        Assert.IsType<PrintAnswer.Absent>(await absent.Print("<p>x</p>", Ct));
        NeedsChromium();
        await using var full = Printer(Settings with { AtOnce = 1, MostWaiting = 0 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => full.Print("<p>x</p>", Ct)));
        Assert.Contains(answers, a => a is PrintAnswer.Printed);
        Assert.Contains(answers, a => a is PrintAnswer.Busy);
    }

    static ChromiumPrinter Printer(ChromiumSettings settings) => new(settings, TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);

    static string Page(InvoiceDocument document, InvoiceLayout layout = default) => PaperShell.Draw(new(), document, new() { Layout = layout }, null, IPagePrinter.FontsAt);

    static async Task<byte[]> Printed(ChromiumPrinter printer, string html)
    {
        var answer = await printer.Print(html, Ct);
        return answer is PrintAnswer.Printed printed ? printed.Pdf : throw new Xunit.Sdk.XunitException($"{answer}");
    }

    static async Task<string> TextOf(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf, Ct);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var text = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        File.Delete(file);
        return text;
    }

    static void NeedsChromium()
    {
        if (Settings.Find() is null) Assert.Skip("There is no Chromium on this machine: install the package chromium.");
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "pdftotext")))) Assert.Skip("There is no pdftotext on this machine: install the package poppler-utils.");
    }
}
