using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>One version of a company's design. Versions are added and never changed.</summary>
sealed class StoredDesign : Aggregate
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    public required InvoiceDesign Design { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<StoredDesign>
    {
        public void Configure(EntityTypeBuilder<StoredDesign> table)
        {
            table.Aggregate("invoice_designs", d => d.Number);
            table.Property(d => d.Design).AsJson();
        }
    }
}

/// <summary>A picture for the head of invoices, kept once however many versions show it.</summary>
sealed class StoredLogo : Aggregate
{
    /// <summary>SHA-256 of the bytes, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>image/png or image/jpeg.</summary>
    public required string Kind { get; init; }

    public required byte[] Bytes { get; init; }

    public string DataUri => $"data:{Kind};base64,{Convert.ToBase64String(Bytes)}";

    sealed class Mapped : IEntityTypeConfiguration<StoredLogo>
    {
        public void Configure(EntityTypeBuilder<StoredLogo> table)
        {
            table.Aggregate("invoice_logos", l => l.Hash);
            table.Property(l => l.Hash).HasMaxLength(64).IsUnicode(false);
            table.Property(l => l.Kind).HasMaxLength(16).IsUnicode(false);
            table.Ignore(l => l.DataUri);
        }
    }
}
