using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Process;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Customers;

/// <summary>invoicesync sync-customers: companies that bought lately, into the customers' directory with their tax numbers.</summary>
static class SyncCustomers
{
    public const int UsualDays = 30;

    public static readonly Command Command = new(
        "sync-customers",
        "Brings companies that bought lately into the customers' directory with their tax numbers",
        [
            new("--mappings", "FILE", "A CSV file with the columns email and cui; these numbers win over Stripe's."),
            new("--days", "N", $"Buyers of the last N days (1 to 366); {UsualDays} when left out."),
            new("--validate", null, "Checks everything, each CUI in ANAF's register too, says what would be done, and keeps nothing."),
            new("--output", "FORM", "Prints each buyer as json or csv."),
            new("--json", null, "The same as --output json."),
            .. ApiAddress.Flags,
        ],
        """
        Exit codes: 0 all is known; 1 some have no number or a wrong one; 2 written wrongly; 3 portal unreachable.
        Running it again is safe: a customer is made once.

        Example: invoicesync sync-customers --mappings customers.csv --days 90 --validate --output csv
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var mappings = CustomerMappings.Read(arguments.Text("--mappings"));
        var form = arguments.Has("--json") ? "json" : arguments.OneOf("--output", "text", "json", "csv", "text");
        var days = arguments.Whole("--days", 1, 366) ?? UsualDays;
        using var api = new ApiClient(ApiAddress.Read(arguments, here).WithKey(), here.Time);
        var progress = new Progress(here);
        progress.Show("buyers looked at", 0, 1);
        var rows = (await api.Post<BuyerRows>("api/sync/customers", new { days, mappings, validate = arguments.Has("--validate") }, ct)).OrThrow().Data;
        progress.Show("buyers looked at", rows.Count, rows.Count);
        progress.Done();
        if (form != "text") here.Out.Write(form == "json" ? BuyerReport.Json(rows) + "\n" : BuyerReport.Table(rows));
        (form == "text" ? here.Out : here.Error).WriteLine($"{(arguments.Has("--validate") ? "Nothing was kept. " : "")}{BuyerReport.Summary(rows)}");
        return rows.Any(r => r.NeedsPerson) ? ExitCode.NeedsPerson : ExitCode.Fine;
    }
}
