using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Process;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Customers;

/// <summary>invoicesync collect-missing-cuis: the companies whose tax number nobody knows, as a table to complete.</summary>
static class CollectMissingCuis
{
    public static readonly Command Command = new(
        "collect-missing-cuis",
        "Writes the companies whose tax number is missing or wrong, as a table to complete",
        [
            new("--days", "N", $"Buyers of the last N days (1 to 366); {SyncCustomers.UsualDays} when left out."),
            new("--all", null, "Everybody who bought without a tax number, persons too, each marked as company or individual."),
            new("--output", "FILE", "Where to write the CSV; standard output when left out."),
            new("--json", null, "Prints them as JSON."),
            .. ApiAddress.Flags,
        ],
        """
        The columns are email, name, cui and notes, which name the likeliest guess; with --all also kind: company or individual. Fill in cui and
        give the file to sync-customers --mappings. Without --all a person is named only where the sales hint at a company's number.
        Exit codes: 0 none is missing; 1 some are; 2 written wrongly; 3 portal unreachable.

        Example: invoicesync collect-missing-cuis --days 90 --output missing.csv
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var days = arguments.Whole("--days", 1, 366) ?? SyncCustomers.UsualDays;
        var all = arguments.Has("--all");
        var file = ProcessOptions.File(arguments.Text("--output"));
        using var api = new ApiClient(ApiAddress.Read(arguments, here).WithKey(), here.Time);
        var progress = new Progress(here);
        progress.Show("buyers looked at", 0, 1);
        var rows = (await api.Get<BuyerRows>($"api/sync/missing-cuis?days={days}{(all ? "&all=true" : "")}", ct)).OrThrow().Data;
        progress.Show("buyers looked at", rows.Count, rows.Count);
        progress.Done();
        if (file is not null) await File.WriteAllTextAsync(file, BuyerReport.ToComplete(rows, all), ct);
        else here.Out.Write(arguments.Has("--json") ? BuyerReport.Json(rows) + "\n" : BuyerReport.ToComplete(rows, all));
        here.Error.WriteLine($"{rows.Count} without a tax number.");
        return rows.Count > 0 ? ExitCode.NeedsPerson : ExitCode.Fine;
    }
}
