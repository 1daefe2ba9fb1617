using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One pro-forma or quote, whole. MayEdit says whether the caller may mark it and make its invoice.</summary>
[Requires("invoice.read")]
public sealed record GetEstimate(EstimateId Estimate) : IQuery<GetEstimate.View>
{
    public sealed record View(EstimateId Id, EstimateKind Kind, InvoiceDocument Document, DateOnly ValidUntil, EstimateStatus Status, InvoiceId? Invoice, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, bool MayEdit, long Version)
    {
        public CustomerId? CustomerId { get; init; }

        public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

        internal static View Of(Estimate e, DateOnly today, Caller caller) =>
            new(e.Id, e.Kind, e.Document, e.ValidUntil, e.Status(today), e.Invoice, e.MadeAt, e.ChangedAt, e.MayBeEditedBy(caller), e.Version)
            {
                CustomerId = e.CustomerId,
                Metadata = e.Content.Metadata,
            };
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<GetEstimate, View>
    {
        public async Task<View> Handle(GetEstimate query, CancellationToken ct)
        {
            var estimate = Rule.Found(await db.EstimatesSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Estimate, ct), EstimateErrors.NotFound);
            return View.Of(estimate, await dispatcher.Today(time, ct), who.Caller);
        }
    }
}
