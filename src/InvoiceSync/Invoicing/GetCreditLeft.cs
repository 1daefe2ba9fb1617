using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What was taken back of an invoice, what waits for approval, and what is left of it, in all and line by line.</summary>
[Requires("invoice.read")]
public sealed record GetCreditLeft(InvoiceId Invoice) : IQuery<GetCreditLeft.View>
{
    public sealed record View(Money Left, IReadOnlyList<Line> Lines, IReadOnlyList<Note> Notes, IReadOnlyList<Waiting> Waits);

    /// <summary>Quantity and Net are those left.</summary>
    public sealed record Line(string Id, string Name, string Unit, decimal Quantity, decimal UnitPrice, decimal Net);

    public sealed record Note(InvoiceId Id, string Number, DateOnly IssuedOn, Money Total);

    public sealed record Waiting(InvoiceId Id, string Reason, string Why);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetCreditLeft, View>
    {
        public async Task<View> Handle(GetCreditLeft query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var notes = await db.Invoices.AsNoTracking().Where(i => i.Corrects == query.Invoice).OrderBy(i => i.MadeAt).ToListAsync(ct);
            var waits = await db.WaitingCredits.AsNoTracking().Where(w => w.InvoiceId == query.Invoice).ToListAsync(ct);
            var left = CreditLeft.Of(invoice.Document, [.. notes.Select(n => n.Document)]);
            var isOver = invoice.Corrects is not null || invoice.VoidedOn is not null;
            return new(
                new(isOver ? 0 : left.Total, invoice.Currency),
                isOver ? [] : [.. left.Lines.Where(l => l.Quantity != 0).Select(l => new Line(l.Of.Id, l.Of.Name, l.Of.Unit, l.Quantity, l.Of.UnitPrice, l.Net))],
                [.. notes.Select(n => new Note(n.Id, n.Number, n.IssuedOn, new(n.Total, n.Currency)))],
                [.. waits.Select(w => new Waiting(w.Id, w.Asked.Reason, w.Why))]);
        }
    }
}
