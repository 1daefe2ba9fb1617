using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Notes how often API keys were used since the last note, and the last use of each. Not an act of a person, so it leaves no
/// audit row and counts no version.
/// </summary>
[Requires("self")]
public sealed record TouchApiKey(IReadOnlyList<TouchApiKey.Use> Uses) : ICommand<Done>
{
    public sealed record Use(ApiKeyId Key, DateOnly Day, int Calls, DateTimeOffset LastAt, string? LastFrom);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<TouchApiKey, Done>
    {
        public async Task<Done> Handle(TouchApiKey command, CancellationToken ct)
        {
            foreach (var use in command.Uses)
            {
                var (key, day, calls, at, from) = (use.Key, use.Day, use.Calls, use.LastAt, use.LastFrom);
                var known = await db.ApiKeys.Where(k => k.Id == key)
                    .ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, at).SetProperty(x => x.LastUsedFrom, from), ct);
                if (known == 0) continue;
                var counted = await db.ApiKeyDays.Where(d => d.KeyId == key && d.Day == day)
                    .ExecuteUpdateAsync(d => d.SetProperty(x => x.Calls, x => x.Calls + calls), ct);
                if (counted == 0) db.Add(new ApiKeyDay { KeyId = key, Day = day, Calls = calls });
            }

            return default;
        }
    }
}
