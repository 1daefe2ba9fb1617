using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>People the company's directory keeps, oldest first: all, one, or those with a user name, external id or address. Start counts from one.</summary>
[Requires("user.manage")]
public sealed record ListScimUsers(UserId? User = null, string? UserName = null, string? ExternalId = null, string? Email = null, int Start = 1, int Count = 100) : IQuery<ListScimUsers.Found>
{
    public sealed record Found(int Total, IReadOnlyList<Row> Rows);

    public sealed record Row(UserId Id, ScimPerson Person, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, long Version);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListScimUsers, Found>
    {
        public async Task<Found> Handle(ListScimUsers query, CancellationToken ct)
        {
            var users = db.ScimUsers.AsNoTracking();
            if (query.User is { } id) users = users.Where(u => u.Id == id);
            if (query.UserName is { } name) users = users.Where(u => u.UserKey == ScimUser.KeyOf(name));
            if (query.ExternalId is { } external) users = users.Where(u => u.ExternalId == external);
            if (query.Email is { } email) users = users.Where(u => u.Email == email);
            var total = await users.CountAsync(ct);
            // A directory pages by number (RFC 7644, 3.4.2.4), and a company's people are thousands at most.
            var rows = await users.OrderBy(u => u.CreatedAt).ThenBy(u => u.Id).Skip(query.Start - 1).Take(query.Count).ToListAsync(ct);
            return new(total, [.. rows.Select(u => new Row(u.Id, u.Said, u.CreatedAt, u.ChangedAt, u.Version))]);
        }
    }
}
