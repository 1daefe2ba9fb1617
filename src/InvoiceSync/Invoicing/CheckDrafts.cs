using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>
/// What stands in the way of issuing what is not kept yet, for each in its place and field by field. That a day of issue is
/// still to come is no fault of a draft.
/// </summary>
[Requires("invoice.read")]
public sealed record CheckDrafts(IReadOnlyList<DraftContent> Drafts) : IQuery<IReadOnlyList<IReadOnlyList<Error>>>
{
    internal sealed class Handler(IDispatcher dispatcher, IEnumerable<IDocumentCheck> checks, TimeProvider time) : IHandle<CheckDrafts, IReadOnlyList<IReadOnlyList<Error>>>
    {
        public async Task<IReadOnlyList<IReadOnlyList<Error>>> Handle(CheckDrafts query, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow() is not { } seller) throw new RuleBrokenException(DraftErrors.ProfileMissing);
            var today = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow());
            return [.. query.Drafts.Select(draft => Faults(draft, seller, today))];
        }

        IReadOnlyList<Error> Faults(DraftContent draft, Seller seller, DateOnly today)
        {
            try
            {
                DraftLimits.Check(draft);
            }
            catch (RuleBrokenException broken)
            {
                return [broken.Error];
            }

            var day = draft.IssueOn > today ? draft.IssueOn.Value : today;
            return DraftDocument.Checked(draft, seller, day, checks).Faults;
        }
    }
}
