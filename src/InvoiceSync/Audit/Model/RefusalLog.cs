using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Audit.Model;

/// <summary>Refusals as entries of the company's log: one a minute for each person and message, so that who goes on asking fills no log.</summary>
sealed class RefusalLog(ScopedDispatch dispatch, TimeProvider time) : IRefusalLog
{
    const int Most = 10_000;
    static readonly HashSet<string> Noting = ["audit.refuse"];

    readonly Lock gate = new();
    readonly Dictionary<(TenantId Tenant, string Actor, string Asked), DateTimeOffset> told = [];

    public async Task Note(Caller caller, string asked, string permission, object? about = null)
    {
        // Nobody oversteps nothing: a screen whose session is over goes on asking.
        if (caller.Actor == Caller.Nobody.Actor) return;
        var key = (caller.TenantOrNone ?? TenantId.Platform, caller.Actor, asked);
        if (!IsFirst(key)) return;
        var (type, id) = about is null ? default : Named(about);
        var note = new NoteRefusal(asked, permission, type ?? "", id ?? "");
        // Who hangs up is noted all the same.
        var noted = await dispatch.As(caller with { TenantOrNone = key.Item1, Permissions = Noting }, d => d.Send(note, CancellationToken.None));
        if (noted.Error is not null) Forget(key);
    }

    bool IsFirst((TenantId, string, string) key)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (told.TryGetValue(key, out var until) && until > now) return false;
            if (told.Count >= Most) told.Clear();
            told[key] = now + NoteRefusal.Quiet;
            return true;
        }
    }

    void Forget((TenantId, string, string) key)
    {
        lock (gate) told.Remove(key);
    }

    // The first row a message names by an id of its own kind: RevokeApiKey(key_…) is about an api_key.
    static (string? Type, string? Id) Named(object message) => message.GetType().GetProperties().Select(p => p.GetValue(message)).FirstOrDefault(IsId) is { } id
        ? (RowActs.Kind(id.GetType().Name[..^"Id".Length]), id.ToString())
        : default;

    static bool IsId(object? value) => value?.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)) == true;
}
