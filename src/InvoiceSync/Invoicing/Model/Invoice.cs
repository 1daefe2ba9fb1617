using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>One legal invoice. Columns are for finding it; the document is the whole truth.</summary>
sealed partial class Invoice : Aggregate, INoticed
{
    Invoice()
    {
    }

    public Invoice(InvoiceId id, InvoiceSource source, InvoiceDocument document, string? owner, DateTimeOffset now)
    {
        (Id, Source, SourceAccount, Live, SourceKind, SourceId) = (id, source.Provider, source.AccountId, source.Live, source.Kind, source.Id);
        (Number, IssuedOn, Currency, Total, Document, MadeAt) = (document.Number, document.IssuedOn, document.Currency, document.Owed, document, now);
        Owner = owner;
        ChangedAt = now;
        DueOn = document.DueOn ?? document.IssuedOn;
        List();
        Owe();
        Raise(new InvoiceIssued(id));
    }

    public InvoiceId Id { get; private init; }

    public string Source { get; private init; } = "";

    public string SourceAccount { get; private init; } = "";

    public bool Live { get; private init; }

    public string SourceKind { get; private init; } = "";

    public string SourceId { get; private init; } = "";

    public string Number { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }

    public Currency Currency { get; private init; }

    /// <summary>What it makes the customer owe: below zero for what takes an invoice back, whatever signs the document has.</summary>
    public decimal Total { get; private init; }

    /// <summary>Whose invoice it is (usr_…, key_…); null when it was made by nobody in particular.</summary>
    public string? Owner { get; private set; }

    /// <summary>The customer the buyer was taken from; null when it was typed, or came with a sale.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>For programs; on no document.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init => (field, Marks) = (value, Customers.Metadata.MarksOf(value));
    } = new Dictionary<string, string>();

    /// <summary>What metadata is found by.</summary>
    public string Marks { get; private init; } = "";

    public InvoiceDocument Document { get; private set; } = default!;

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>Accepted by the authority. From here on only a credit note can correct it.</summary>
    public bool IsFiled { get; private set; }

    public string NoticeTopic => "invoice";

    public Guid NoticeId => Id.Value;

    /// <summary>Mends the buyer of an invoice the authority refused; number, date and amounts stay.</summary>
    public void Correct(Buyer buyer)
    {
        Rule.Require(!IsFiled, InvoiceErrors.Filed);
        Rule.Require(Filing != InvoiceFiling.Kept, InvoiceErrors.Kept);
        CustomerKey ??= Customer.Key;
        // BR-O-02: on an invoice outside VAT the buyer shows no VAT number either; the bare number stays.
        Document = Document with { Buyer = Document.Vat.Any(row => row.Category == VatCategory.O) ? buyer with { VatId = null } : buyer };
        List();
    }

    public void Assign(string? owner) => Owner = owner;

    public void Seal(bool isFiled) => IsFiled = isFiled && VoidedOn is null;

    sealed class Mapped : IEntityTypeConfiguration<Invoice>
    {
        public void Configure(EntityTypeBuilder<Invoice> table)
        {
            table.Aggregate("invoices", i => i.Id);
            table.Property(i => i.Source).HasMaxLength(32).IsUnicode(false);
            table.Property(i => i.SourceKind).HasMaxLength(16).IsUnicode(false);
            table.Property(i => i.SourceAccount).HasMaxLength(255).IsUnicode(false);
            table.Property(i => i.SourceId).HasMaxLength(255).IsUnicode(false);
            table.Property(i => i.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(i => i.Document).AsJson();
            table.Property(i => i.Metadata).AsJson().UsePropertyAccessMode(PropertyAccessMode.Field);
            table.Property(i => i.Marks).HasMaxLength(Customers.Metadata.LongestMarks).IsUnicode(false);
            table.HasIndex(i => new { i.TenantId, i.Source, i.SourceAccount, i.Live, i.SourceKind, i.SourceId }).IsUnique();
            table.HasIndex(i => new { i.TenantId, i.Number }).IsUnique();
            table.HasIndex(i => new { i.TenantId, i.Source, i.MadeAt, i.Id });
        }
    }
}

static class InvoiceTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Invoice> Invoices => db.Set<Invoice>();

        public DbSet<NumberSeries> NumberSeries => db.Set<NumberSeries>();

        public DbSet<InvoiceSeries> InvoiceSeries => db.Set<InvoiceSeries>();

        public DbSet<StoredRate> StoredRates => db.Set<StoredRate>();
    }
}
