namespace InvoiceSync.Invoicing.Model;

// Whether the customer was written to. It says nothing about the document or the money.
partial class Invoice
{
    /// <summary>When a mail server first took the invoice for the customer.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Set while the newest mail about it did not arrive.</summary>
    public DateTimeOffset? UndeliveredAt { get; private set; }

    public void NoteSent(DateTimeOffset at)
    {
        UndeliveredAt = null;
        if (SentAt is not null) return;
        SentAt = at;
        Raise(new InvoiceSent(Id));
    }

    public void NoteUndelivered(DateTimeOffset at)
    {
        if (UndeliveredAt is not null) return;
        UndeliveredAt = at;
        Raise(new InvoiceUndelivered(Id));
    }
}
