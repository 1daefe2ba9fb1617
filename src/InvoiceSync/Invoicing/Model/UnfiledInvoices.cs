using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Invoices the authority has not accepted yet, the oldest first.</summary>
static class UnfiledInvoices
{
    // One stretch of an index for each state, since all but the accepted are few.
    public static async Task<IReadOnlyList<GetOwnFigures.Open>> Oldest(IQueryable<Invoice> invoices, int take, CancellationToken ct)
    {
        List<GetOwnFigures.Open> open = [];
        foreach (var state in (InvoiceFiling[])[InvoiceFiling.Waiting, InvoiceFiling.Sent, InvoiceFiling.Unknown, InvoiceFiling.Refused])
        {
            var rows = await invoices.Where(i => i.Filing == state).OrderBy(i => i.IssuedOn).ThenBy(i => i.Id).Take(take)
                .Select(i => new { i.Id, i.Number, i.Document, i.Total, i.Currency, i.IssuedOn }).ToListAsync(ct);
            open.AddRange(rows.Select(i => new GetOwnFigures.Open(i.Id, i.Number, i.Document.Buyer.Name, new(i.Total, i.Currency), state, i.IssuedOn, i.Document.PeriodEnd)));
        }

        return [.. open.OrderBy(o => o.IssuedOn).Take(take)];
    }
}
