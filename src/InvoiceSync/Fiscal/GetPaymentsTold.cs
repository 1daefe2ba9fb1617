using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>What a provider's books were told of an invoice's payments, and what they said when they were read last; null when nothing was told or read.</summary>
[Requires("invoice.read")]
public sealed record GetPaymentsTold(InvoiceId Invoice) : IQuery<GetPaymentsTold.View?>
{
    public sealed record View(decimal? TotalThere, decimal? PaidThere, DateTimeOffset? ReadAt, IReadOnlyList<Row> Rows);

    /// <summary>IsWanted is false once the money went back. Why is plain words; null when all is well.</summary>
    public sealed record Row(int Number, BooksPaymentKind Kind, decimal Amount, DateOnly PaidOn, bool IsWanted, TellingState State, string? Why);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<GetPaymentsTold, View?>
    {
        public async Task<View?> Handle(GetPaymentsTold query, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(query.Invoice), ct)).OrThrow();
            var told = await db.PaymentsTold.AsNoTracking().SingleOrDefaultAsync(t => t.InvoiceId == query.Invoice, ct);
            return told is null ? null : new(told.TotalThere, told.PaidThere, told.ReadAt, [.. told.Tellings.OrderBy(t => t.Number).Select(t => new Row(t.Number, t.Kind, t.Amount, t.PaidOn, t.IsWanted, t.State, t.Why))]);
        }
    }
}
