using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Process;

/// <summary>invoicesync process-invoices: a date range of Stripe sales, read, invoiced, filed and followed to their end.</summary>
static class ProcessInvoices
{
    public static readonly Command Command = new(
        "process-invoices",
        "Reads a date range of Stripe sales, files their e-invoices and follows them to the answer",
        [
            new("--provider", "NAME", "By whom the company is expected to file: anaf, smartbill or archive; nothing is handed in when it files elsewhere."),
            new("--type", "TYPE", "invoices, charges (payments without invoice) or both; both when left out."),
            new("--days", "N", "The last N days, today included (1 to 366)."),
            new("--start-date", "DAY", "First day, like 2026-11-01."),
            new("--end-date", "DAY", "Last day, included; today when left out."),
            new("--dry-run", null, "Says what would happen to the sales already read from Stripe, and does nothing."),
            new("--no-wait", null, "Ends when everything is handed in, without waiting for the authority."),
            new("--timeout", "MINUTES", "How long to wait for the authority (1 to 240); 10 when left out."),
            new("--output", "FILE", "Writes the report as JSON."),
            new("--json", null, "Prints the report as JSON instead of the summary."),
            .. ApiAddress.Flags,
        ],
        """
        Exit codes: 0 all is filed; 1 something was refused, parked or is not settled yet; 2 written wrongly; 3 portal unreachable.
        Running it again is safe: every sale is filed at most once.

        Example: invoicesync process-invoices --type both --days 7 --output report.json
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var asked = ProcessOptions.Read(arguments, here);
        using var api = new ApiClient(ApiAddress.Read(arguments, here).WithKey(), here.Time);
        var progress = new Progress(here);
        var report = await new ProcessRun(api, asked, progress, here.Time).Run(ct);
        progress.Done();
        foreach (var line in report.ForPerson()) here.Error.WriteLine(line);
        if (asked.Output is { } file) await report.Write(file, ct);
        here.Out.WriteLine(arguments.Has("--json") ? report.AsJson() : report.Summary());
        return report.IsFine ? ExitCode.Fine : ExitCode.NeedsPerson;
    }
}
