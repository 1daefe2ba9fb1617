using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

// How it is settled. Every amount has the sign of the total: of a storno all are negative, and what is open is owed to the customer.
partial class Invoice
{
    public DateOnly DueOn { get; private init; }

    /// <summary>BT-113 at its issue, and what was paid since.</summary>
    public decimal Paid { get; private set; }

    public decimal Credited { get; private set; }

    public decimal WrittenOff { get; private set; }

    /// <summary>What is left to pay: Total − Paid − Credited − WrittenOff.</summary>
    public decimal Open { get; private set; }

    /// <summary>What the receivable is still worth in RON at the rate of the issue: nothing is open, nothing is left in RON.</summary>
    public decimal OpenRon { get; private set; }

    public PaymentState Payment { get; private set; }

    /// <summary>The customer in the ledger as of the issue; a corrected buyer stays the same debtor. Null on old invoices of persons.</summary>
    public string? CustomerKey { get; private set; }

    public PostingCustomer Customer => new(CustomerKey ?? InvoicePostings.CustomerOf(Document.Buyer).Key, Document.Buyer.Name);

    public bool IsOverdue(DateOnly today) => Open > 0 && DueOn < today;

    /// <summary>Settles by money. Answers the part of the receivable in RON it clears, which goes into the ledger. Money that was there already has no day of receipt.</summary>
    public decimal Pay(Money amount, DateOnly? receivedOn = null)
    {
        var ron = Clear(amount);
        Paid += amount.Amount;
        Weigh();
        Raise(Open == 0 ? new InvoicePaid(Id, amount.Amount, Currency, receivedOn) : new InvoicePartiallyPaid(Id, amount.Amount, Currency));
        return ron;
    }

    /// <summary>Takes a payment back with the RON it had cleared. What the document itself says was paid stays paid.</summary>
    public void Unpay(Money amount, decimal ron)
    {
        Check(amount);
        Rule.Require(Math.Abs(amount.Amount) <= Math.Abs(Paid - Document.Totals.Paid), InvoiceErrors.UnpaidBeyond);
        Paid -= amount.Amount;
        OpenRon += ron;
        Weigh();
        Raise(new InvoiceReopened(Id, amount.Amount, Currency));
    }

    /// <summary>Settles by a credit note. Answers the part of the receivable in RON it clears.</summary>
    public decimal Credit(Money amount)
    {
        var ron = Clear(amount);
        Credited += amount.Amount;
        Weigh();
        Raise(new InvoiceCredited(Id, amount.Amount, Currency));
        return ron;
    }

    /// <summary>Gives up what will not be paid. Answers the part of the receivable in RON it clears.</summary>
    public decimal WriteOff(Money amount, string reason)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= 200, InvoiceErrors.ReasonMissing);
        var ron = Clear(amount);
        WrittenOff += amount.Amount;
        Weigh();
        Raise(new InvoiceWrittenOff(Id, amount.Amount, Currency, reason.Trim()));
        return ron;
    }

    public Settlement Settlement(DateOnly today) => new(
        IsOverdue(today) ? InvoiceStatus.Overdue : Payment switch
        {
            PaymentState.Paid => InvoiceStatus.Paid,
            PaymentState.PartiallyPaid => InvoiceStatus.PartiallyPaid,
            PaymentState.Credited => InvoiceStatus.Credited,
            PaymentState.WrittenOff => InvoiceStatus.WrittenOff,
            PaymentState.Voided => InvoiceStatus.Voided,
            _ => InvoiceStatus.Issued,
        },
        DueOn, Paid, Credited, WrittenOff, Open);

    // What an invoice owes on the day it is issued, in the figures the ledger posts.
    void Owe()
    {
        Paid = Document.Totals.Paid;
        Rule.Require(Paid == 0 || (Math.Sign(Paid) == Math.Sign(Total) && Math.Abs(Paid) <= Math.Abs(Total)), InvoiceErrors.PaidBeyond);
        OpenRon = InRon(Total) - InRon(Paid);
        CustomerKey = InvoicePostings.CustomerOf(Document.Buyer).Key;
        Weigh();
    }

    // The last part takes all the RON that is left, so that nothing of a settled invoice stays in the ledger.
    decimal Clear(Money amount)
    {
        Rule.Require(Open != 0, InvoiceErrors.SettledAlready);
        Check(amount);
        Rule.Require(Math.Abs(amount.Amount) <= Math.Abs(Open), InvoiceErrors.PaidBeyond);
        var ron = amount.Amount == Open ? OpenRon : Currency.Ron.Round(OpenRon * amount.Amount / Open);
        OpenRon -= ron;
        return ron;
    }

    void Check(Money amount)
    {
        Rule.Require(amount.Currency == Currency, InvoiceErrors.CurrencyDiffers);
        Rule.Require(amount.Amount != 0 && Math.Sign(amount.Amount) == Math.Sign(Total) && Currency.Round(amount.Amount) == amount.Amount, InvoiceErrors.AmountInvalid);
    }

    void Weigh()
    {
        Open = Total - Paid - Credited - WrittenOff;
        Payment = (Open, Paid) switch
        {
            (0, _) when WrittenOff != 0 => PaymentState.WrittenOff,
            (0, 0) when Credited != 0 => PaymentState.Credited,
            (0, _) => PaymentState.Paid,
            (_, 0) => PaymentState.Unpaid,
            _ => PaymentState.PartiallyPaid,
        };
    }

    decimal InRon(decimal amount) => Currency.Ron.Round(amount * (Currency == Currency.Ron ? 1 : Document.VatInRon?.Rate ?? 1));

    sealed class Settled : IEntityTypeConfiguration<Invoice>
    {
        // The same rules as above, for whoever writes past them: nothing beyond the total, in either direction. Nothing is open on what is void.
        const string Bounds = """
            "open" = case when voided_on is null then total - paid - credited - written_off else 0 end and ("open" <> 0 or open_ron = 0) and (
            (total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and "open" >= 0) or
            (total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and "open" <= 0))
            """;

        public void Configure(EntityTypeBuilder<Invoice> table)
        {
            table.ToTable(t => t.HasCheckConstraint("ck_invoices_settlement", Bounds));
            table.Property(i => i.CustomerKey).HasMaxLength(128);
            table.HasIndex(i => new { i.TenantId, i.CustomerKey, i.Id });
            table.HasIndex(i => new { i.TenantId, i.DueOn, i.Id }).HasFilter("\"open\" <> 0");
        }
    }
}
