using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Which draft was made of an estimate. The key is the promise: one, whoever presses at once.</summary>
sealed class EstimateInvoice : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public EstimateId Estimate { get; init; }

    public InvoiceId Invoice { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<EstimateInvoice>
    {
        public void Configure(EntityTypeBuilder<EstimateInvoice> table)
        {
            table.TenantRow("estimate_invoices", i => i.Estimate);
            table.HasIndex(i => new { i.TenantId, i.Invoice }).IsUnique();
            table.HasOne<Estimate>().WithMany().HasForeignKey(i => new { i.TenantId, i.Estimate }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

static class EstimateAccess
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Estimate> Estimates => db.Set<Estimate>();

        public DbSet<EstimateInvoice> EstimateInvoices => db.Set<EstimateInvoice>();

        /// <summary>A caller's own, and others as far as their permission on invoices reaches.</summary>
        public IQueryable<Estimate> EstimatesSeenBy(Caller caller) =>
            caller.Reach("invoice.read") is { } actors ? db.Estimates.Where(e => actors.Contains(e.Owner) || e.Owner == caller.Actor) : db.Estimates;

        /// <summary>The estimate for a change by this caller; one they may not even see is not found.</summary>
        public async Task<Estimate> EstimateToEdit(EstimateId id, Caller caller, CancellationToken ct)
        {
            var estimate = Rule.Found(await db.EstimatesSeenBy(caller).SingleOrDefaultAsync(e => e.Id == id, ct), EstimateErrors.NotFound);
            Rule.Require(estimate.MayBeEditedBy(caller), CallerErrors.PermissionMissing);
            return estimate;
        }
    }

    public static bool MayBeEditedBy(this Estimate estimate, Caller caller) =>
        estimate.Owner == caller.Actor ? caller.May("invoice.draft") : caller.Reaches("invoice.update", estimate.Owner);
}
