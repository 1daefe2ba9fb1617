using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

/// <summary>The steps a sale takes.</summary>
sealed partial class Sale
{
    const int LongestReason = 1000;
    const int LongestText = 255; // the columns; the mirror keeps the whole

    /// <summary>Takes over what the source says now. A sale that became complete asks for its invoice; one already invoiced keeps its course.</summary>
    public void Read(SourceSale source, DateTimeOffset now)
    {
        (Number, SourceStatus, Currency, ReadAt) = (source.Number ?? Number, source.Status, source.Currency, now);
        (Subtotal, Discount, Tax, Total) = (source.Subtotal, source.Discount, source.Tax, source.Total);
        Returned = source.Returns.Sum(given => given.Amount);
        (CustomerId, CustomerEmail) = (source.Customer.Id, source.Customer.Email is { } email ? PlainText.Fit(email, LongestText) : null);
        CustomerName = PlainText.Fit(source.Customer.BusinessName ?? source.Customer.Name ?? source.Customer.Email ?? source.Customer.Id, LongestText);
        SearchName = CustomerName.ToUpperInvariant();
        SoldAt = source.IssuedAt ?? source.CreatedAt;

        if (InvoiceId is not null) NoteChangeAfterInvoice();
        else if (source.BelongsTo is { } invoice) Leave("sale.part_of_invoice", $"This payment belongs to {invoice}, which is filed instead.");
        else if (!IsDue) Leave(null, null);
        else AskForInvoice();
    }

    /// <summary>Gives a charge its number, before its invoice is made.</summary>
    public void ChooseNumber(string number)
    {
        Rule.Require(Kind == SaleKind.Charge, SaleErrors.NumberOfSource);
        Rule.Require(InvoiceId is null, SaleErrors.Invoiced);
        Number = number;
    }

    public void Assign(string? owner) => Owner = owner;

    public void Gone(DateTimeOffset now)
    {
        ReadAt = now;
        if (InvoiceId is null) Leave("sale.deleted", "It no longer exists at the source.");
    }

    /// <summary>Waits for a person: the reason says what to do.</summary>
    public void Park(string code, string reason)
    {
        Rule.Require(InvoiceId is null, SaleErrors.Invoiced);
        if (State is SaleState.NotDue) return; // voided while somebody looked into it
        (State, ReasonCode, Reason) = (SaleState.Parked, code, reason);
    }

    public void AskForInvoice()
    {
        Rule.Require(InvoiceId is null, SaleErrors.Invoiced);
        (State, ReasonCode, Reason) = (SaleState.Ready, null, null);
        Raise(new SaleReady(Id));
    }

    public void Invoiced(InvoiceId invoice, string number, DateTimeOffset fileBy)
    {
        if (InvoiceId == invoice) return;
        Rule.Require(InvoiceId is null, SaleErrors.Invoiced);
        (InvoiceId, Number, FileBy, State, ReasonCode, Reason) = (invoice, number, fileBy, SaleState.Waiting, null, null);
        NoteChangeAfterInvoice(); // it may have been voided while its invoice was made
    }

    public void ShowFiling(FilingState filing, long version, string? waiting)
    {
        if (version < FilingVersion) return;
        FilingVersion = version;
        State = filing switch
        {
            FilingState.Intended => SaleState.Waiting,
            FilingState.Sent => SaleState.Sent,
            FilingState.Unknown => SaleState.Unknown,
            FilingState.Accepted => SaleState.Accepted,
            FilingState.Kept => SaleState.Kept,
            _ => SaleState.Refused,
        };
        (ReasonCode, Reason) = waiting is null ? (null, null) : ("filing.waits", waiting);
        NoteChangeAfterInvoice();
    }

    void Leave(string? code, string? reason) => (State, ReasonCode, Reason) = (SaleState.NotDue, code, reason);

    /// <summary>How much of what was given back has its document now, and what stood in the way of the rest.</summary>
    public void NoteReturns(decimal credited, string? trouble)
    {
        ReturnsCredited = credited;
        (ReasonCode, Reason) = (null, null);
        NoteChangeAfterInvoice();
        if (trouble is not null && ReasonCode is not null) Reason = PlainText.Fit($"{Reason} {trouble}", LongestReason);
    }

    void NoteChangeAfterInvoice()
    {
        if (SourceStatus is SaleStatus.Void)
            (ReasonCode, Reason) = ("sale.voided_after_invoice", "Voided at the source after its invoice was made. It needs a credit note.");
        else if ((SourceStatus is SaleStatus.Refunded && Returned == 0) || Returned > ReturnsCredited)
            (ReasonCode, Reason) = ("sale.refunded_after_invoice", "Refunded at the source after its invoice was made. It needs a credit note.");
    }
}
