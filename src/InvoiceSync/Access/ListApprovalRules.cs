using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The rules that ask for approval, by name.</summary>
[Requires("approve")]
public sealed record ListApprovalRules : IQuery<IReadOnlyList<ListApprovalRules.Row>>
{
    public sealed record Row(ApprovalRuleId Id, string Name, ApprovalKind Kind, decimal? Above, string? Currency, string? Customer, string? Creator);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListApprovalRules, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListApprovalRules query, CancellationToken ct)
        {
            var rules = await db.ApprovalRules.AsNoTracking().OrderBy(r => r.Name).ToListAsync(ct);
            return [.. rules.Select(r => new Row(r.Id, r.Name, r.Kind, r.Above, r.Currency?.Code, r.Customer, r.Creator))];
        }
    }
}
