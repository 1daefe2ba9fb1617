using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// What customers owe on invoices, for those who move money in the same commit. Invoices are held before they are settled: two
/// who pay one invoice come one after the other.
/// </summary>
public sealed class Receivables(InvoiceSyncDb db, CallerHolder who, TimeProvider time)
{
    readonly Dictionary<InvoiceId, Invoice> held = [];

    /// <summary>What is open on an invoice; of a storno it is negative.</summary>
    public sealed record Debt(InvoiceId Id, string Number, PostingCustomer Customer, Currency Currency, decimal Open, DateOnly DueOn);

    /// <summary>Holds the invoices until the commit, and answers them in the order asked for. One the caller may not see is not found.</summary>
    public async Task<IReadOnlyList<Debt>> Hold(IReadOnlyList<InvoiceId> invoices, CancellationToken ct)
    {
        foreach (var id in invoices.Distinct().OrderBy(i => i.Value))
        {
            var invoice = held[id] = await db.Held(id, time.GetUtcNow(), ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
        }

        return [.. invoices.Select(id => Of(held[id]))];
    }

    /// <summary>What is open now, without holding it.</summary>
    public async Task<Debt> See(InvoiceId id, CancellationToken ct)
    {
        var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct), InvoiceErrors.NotFound);
        Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
        return Of(invoice);
    }

    /// <summary>Settles this much of a held invoice. Answers the part of the receivable in RON it clears, for the ledger. ReceivedOn is null of money that was there already.</summary>
    public decimal Pay(InvoiceId invoice, Money amount, DateOnly? receivedOn) => held[invoice].Pay(amount, receivedOn);

    /// <summary>Opens this much of a held invoice again, with the RON that had been cleared.</summary>
    public void Unpay(InvoiceId invoice, Money amount, decimal ron) => held[invoice].Unpay(amount, ron);

    static Debt Of(Invoice invoice) => new(invoice.Id, invoice.Number, invoice.Customer, invoice.Currency, invoice.Open, invoice.DueOn);
}
