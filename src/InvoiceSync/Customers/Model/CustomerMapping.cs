using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Customers.Model;

sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    const int Number = 32;

    public void Configure(EntityTypeBuilder<Customer> table)
    {
        table.Aggregate("customers", c => c.Id);
        table.Ignore(c => c.Details);
        table.Property(c => c.FullName).HasMaxLength(CustomerCheck.LongestName);
        table.Property(c => c.TaxId).HasMaxLength(Number).Searched();
        table.Property(c => c.VatId).HasMaxLength(Number).Searched();
        table.Property(c => c.PersonalNumber).HasConversion(number => number!.Digits, digits => new(digits)).HasMaxLength(Number);
        table.Property(c => c.RegistrationNumber).HasMaxLength(CustomerCheck.LongestContact);
        table.Property(c => c.Email).HasMaxLength(CustomerCheck.LongestContact).Searched();
        table.Property(c => c.Phone).HasMaxLength(CustomerCheck.LongestContact);
        table.Property(c => c.BillingAddress).AsJson();
        table.Property(c => c.DeliveryAddresses).AsJson();
        table.Property(c => c.Contacts).AsJson();
        table.Property(c => c.Metadata).AsJson();
        table.Property(c => c.Marks).HasMaxLength(Customers.Metadata.LongestMarks).IsUnicode(false);
        table.Property(c => c.Language).HasMaxLength(2);
        table.Property(c => c.Notes).HasMaxLength(CustomerCheck.LongestNotes);
        table.Property(c => c.SearchName).Searched();
        table.HasIndex(c => new { c.TenantId, c.SearchName });
        table.HasIndex(c => new { c.TenantId, c.CreatedAt, c.Id });
        table.HasIndex(c => new { c.TenantId, c.TaxId });
        table.HasIndex(c => new { c.TenantId, c.VatId });
        table.HasIndex(c => new { c.TenantId, c.PersonalNumber });
        table.HasIndex(c => new { c.TenantId, c.Email });
    }
}
