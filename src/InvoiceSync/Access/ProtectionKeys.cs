using InvoiceSync.Access.Model;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Where the web framework's protection keys live, so that every node can read what another protected. It asks synchronously, as that framework does.</summary>
public sealed class ProtectionKeys(DatabaseFactory databases)
{
    public IReadOnlyList<string> All()
    {
        using var db = databases.Open(DbScope.Platform);
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml)];
    }

    /// <summary>Writes each key anew, as after an exchange of the master key.</summary>
    public async Task Rewrite(Func<string, string> again, CancellationToken ct)
    {
        await using var db = databases.Open(DbScope.Platform);
        foreach (var key in await db.Set<ProtectionKey>().ToListAsync(ct)) key.Xml = again(key.Xml);
        await db.SaveChangesAsync(ct);
    }

    public void Keep(string name, string xml)
    {
        using var db = databases.Open(DbScope.Platform);
        db.Add(new ProtectionKey { Name = name, Xml = xml });
        db.SaveChanges();
    }
}
