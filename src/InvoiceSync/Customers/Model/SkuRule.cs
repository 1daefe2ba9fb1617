using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers.Model;

/// <summary>One number, one product. Two at the same moment meet the unique index instead.</summary>
static class SkuRule
{
    public static async Task RequireFreeSku(this InvoiceSyncDb db, string? sku, ProductId of, CancellationToken ct)
    {
        if (sku is not null) Rule.Require(!await db.Products.AnyAsync(p => p.Sku == sku && p.Id != of, ct), ProductErrors.SkuTaken);
    }
}
