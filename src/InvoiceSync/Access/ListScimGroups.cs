using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Groups the company's directory keeps, oldest first: all, one, or those with a name, external id or member. Start counts from one.</summary>
[Requires("user.manage")]
public sealed record ListScimGroups(ScimGroupId? Group = null, string? DisplayName = null, string? ExternalId = null, UserId? Member = null, int Start = 1, int Count = 100) : IQuery<ListScimGroups.Found>
{
    public sealed record Found(int Total, IReadOnlyList<Row> Rows);

    public sealed record Row(ScimGroupId Id, ScimTeam Team, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, long Version);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListScimGroups, Found>
    {
        public async Task<Found> Handle(ListScimGroups query, CancellationToken ct)
        {
            // Few, and their members are one document each: they are looked through here.
            var groups = (await db.ScimGroups.AsNoTracking().OrderBy(g => g.CreatedAt).ThenBy(g => g.Id).ToListAsync(ct)).Where(Fits).ToList();
            var page = groups.Skip(query.Start - 1).Take(query.Count);
            return new(groups.Count, [.. page.Select(g => new Row(g.Id, new(g.DisplayName, g.ExternalId, [.. g.Members.Select(m => new UserId(m))]), g.CreatedAt, g.ChangedAt, g.Version))]);

            bool Fits(ScimGroup group) =>
                (query.Group is null || query.Group == group.Id)
                && (query.DisplayName is null || string.Equals(query.DisplayName, group.DisplayName, StringComparison.OrdinalIgnoreCase))
                && (query.ExternalId is null || query.ExternalId == group.ExternalId)
                && (query.Member is null || group.Members.Contains(query.Member.Value.Value));
        }
    }
}
