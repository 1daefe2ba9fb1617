using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

// What lists search and sort by: read out of the document, which stays the truth.
partial class Invoice
{
    /// <summary>In capitals, so that it is found however it is typed.</summary>
    public string BuyerName { get; private set; } = "";

    public string BuyerEmail { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How far its filing has come, as the filing's version tells; written by NoteFiling alone.</summary>
    public InvoiceFiling Filing { get; private set; }

    public long FilingVersion { get; private set; }

    public void Touch(DateTimeOffset now) => ChangedAt = now;

    void List()
    {
        BuyerName = Fit(Document.Buyer.Name).ToUpperInvariant();
        BuyerEmail = Fit(Document.Buyer.Email ?? "").ToUpperInvariant();
    }

    static string Fit(string text) => text.Length <= 255 ? text : text[..255];

    sealed class Listed : IEntityTypeConfiguration<Invoice>
    {
        public void Configure(EntityTypeBuilder<Invoice> table)
        {
            table.Property(i => i.Number).Searched();
            table.Property(i => i.BuyerName).Searched();
            table.Property(i => i.BuyerEmail).Searched();
            table.HasIndex(i => new { i.TenantId, i.BuyerName });
            table.HasIndex(i => new { i.TenantId, i.BuyerEmail });
            table.HasIndex(i => new { i.TenantId, i.IssuedOn, i.Id });
            table.HasIndex(i => new { i.TenantId, i.MadeAt, i.Id });
            table.HasIndex(i => new { i.TenantId, i.CustomerId, i.MadeAt, i.Id });
            table.HasIndex(i => new { i.TenantId, i.Owner, i.MadeAt, i.Id });
            table.HasIndex(i => new { i.TenantId, i.Total, i.MadeAt, i.Id });
            table.HasIndex(i => new { i.TenantId, i.Source, i.Filing, i.IssuedOn, i.Id });
            table.HasIndex(i => new { i.TenantId, i.Filing, i.IssuedOn, i.Id });
        }
    }
}
