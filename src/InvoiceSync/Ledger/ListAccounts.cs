using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>The company's chart: a number and a name for each account. Name is null where the standard name holds, in the reader's language.</summary>
[Requires("ledger.read")]
public sealed record ListAccounts : IQuery<IReadOnlyList<ListAccounts.Row>>
{
    public sealed record Row(AccountRole Role, string Code, string? Name);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListAccounts, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListAccounts query, CancellationToken ct)
        {
            var own = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Role, ct);
            return [.. Enum.GetValues<AccountRole>().Select(role => own.TryGetValue(role, out var mine) ? new Row(role, mine.Code, mine.Name) : new(role, StandardChart.CodeOf(role), null))];
        }
    }
}
