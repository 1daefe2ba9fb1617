using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Customers.Model;

/// <summary>Something we sell. An invoice line takes a copy; a changed price or rate changes nothing that was issued.</summary>
sealed class Product : Aggregate, INoticed
{
    public ProductId Id { get; init; }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public string? Sku { get; private set; }

    public string Unit { get; private set; } = UnitCode.Piece;

    public IReadOnlyList<ProductPrice> Prices { get; private set; } = [];

    public TaxCategory TaxCategory { get; private set; }

    public decimal TaxRate { get; private set; }

    public IReadOnlyDictionary<string, string> Metadata { get; private set; } = new Dictionary<string, string>();

    /// <summary>What metadata is found by.</summary>
    public string Marks { get; private set; } = "";

    public string SearchName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public string NoticeTopic => "product";

    public Guid NoticeId => Id.Value;

    public ProductDetails Details => new()
    {
        Name = Name,
        Description = Description,
        Sku = Sku,
        Unit = Unit,
        Prices = Prices,
        TaxCategory = TaxCategory,
        TaxRate = TaxRate,
        Metadata = Metadata,
    };

    /// <summary>May be changed: it is in use, and nobody was faster than who read the version.</summary>
    public void RequireUnchanged(long? version)
    {
        Rule.Require(ArchivedAt is null, ProductErrors.Archived);
        Rule.Require(version is null || version == Version, CustomerErrors.Changed);
    }

    public void Describe(ProductCheck check, DateTimeOffset now)
    {
        var it = check.Details;
        (Name, SearchName, Description, Sku, Unit) = (it.Name, SearchText.Of(it.Name, Id), it.Description, it.Sku, it.Unit);
        (Prices, TaxCategory, TaxRate, UpdatedAt) = (it.Prices, it.TaxCategory, it.TaxRate, now);
        (Metadata, Marks) = (it.Metadata, Customers.Metadata.MarksOf(it.Metadata));
    }

    /// <summary>Out of the lists or back into them.</summary>
    public void Shelve(bool archived, long? version, DateTimeOffset now)
    {
        Rule.Require(version is null || version == Version, CustomerErrors.Changed);
        (ArchivedAt, UpdatedAt) = (archived ? ArchivedAt ?? now : null, now);
    }

    sealed class Mapped : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> table)
        {
            table.Aggregate("products", p => p.Id);
            table.Ignore(p => p.Details);
            table.Property(p => p.Name).HasMaxLength(ProductCheck.LongestName);
            table.Property(p => p.Description).HasMaxLength(ProductCheck.LongestDescription);
            table.Property(p => p.Sku).HasMaxLength(ProductCheck.LongestSku).Searched();
            table.Property(p => p.Unit).HasMaxLength(3).IsUnicode(false);
            table.Property(p => p.Prices).AsJson();
            table.Property(p => p.TaxRate).HasPrecision(5, 2);
            table.Property(p => p.Metadata).AsJson();
            table.Property(p => p.Marks).HasMaxLength(Customers.Metadata.LongestMarks).IsUnicode(false);
            table.Property(p => p.SearchName).Searched();
            table.HasIndex(p => new { p.TenantId, p.Sku }).IsUnique();
            table.HasIndex(p => new { p.TenantId, p.SearchName });
            table.HasIndex(p => new { p.TenantId, p.CreatedAt, p.Id });
        }
    }
}
