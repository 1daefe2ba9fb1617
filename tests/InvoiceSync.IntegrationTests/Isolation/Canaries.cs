using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Words that stand only in rows of A. Wherever B or a stranger reads one, the fence has a hole.</summary>
static class Canaries
{
    public static async Task<IReadOnlyList<string>> OfA(TwoCompanies.Seeded ready)
    {
        var ofB = string.Join('|', Words((await ready.Portal.Try(ready.B.Viewer, new ListSales())).OrThrow().Rows));
        return [.. Words(ready.SalesOfA).Concat(["Company canary-alfa", "owner@canary", "viewer@canary", "Strada Canarului", "alfa's key"])
            .Where(w => w.Length > 5 && !ofB.Contains(w, StringComparison.OrdinalIgnoreCase)).Distinct()];
    }

    static IEnumerable<string> Words(IEnumerable<ListSales.Row> sales) =>
        sales.SelectMany(s => (string?[])[s.CustomerName, s.CustomerEmail, s.Number, s.SourceId, s.Id.ToString(), s.Invoice?.ToString(), s.Id.Value.ToString()]).OfType<string>();
}
