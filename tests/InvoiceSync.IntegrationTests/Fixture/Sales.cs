using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>Waits for sales to come where they belong.</summary>
static class Sales
{
    /// <summary>The sale of this source id once it is in the state. A practice "sale" that is an invoice is known by the invoice's id.</summary>
    public static async Task<ListSales.Row> Settled(PortalUnderTest portal, Company company, string sourceId, SaleState state)
    {
        var seen = await Eventually.Seen(() => portal.Ask(company.Viewer, new ListSales(Search: sourceId)), page => page is { Rows: [var row] } && row.State == state);
        return seen.Rows[0];
    }

    public static async Task<IReadOnlyList<ListSales.Row>> All(PortalUnderTest portal, Caller caller)
    {
        var rows = new List<ListSales.Row>();
        PageKey? after = null;
        do
        {
            var page = await portal.Ask(caller, new ListSales(After: after, Take: 200));
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }
}
