using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit.Model;

/// <summary>Turns the acts of a unit of work into entries, personal values under their person's key, and adds them to the chain together.</summary>
sealed class EntryWriter(IAuditChain chain, PersonKeys keys, TimeProvider time)
{
    const int LongestId = 255;
    const int LongestAgent = 500;

    public async Task Write(InvoiceSyncDb db, Caller caller, string action, CancellationToken ct)
    {
        var tenant = db.Scope.Tenant ?? TenantId.Platform;
        var acts = db.Pending.Acts.ToList();
        db.Pending.Acts.Clear();
        var subjects = acts.SelectMany(a => Subjects(a, caller)).Distinct().Order(StringComparer.Ordinal).ToList();
        var found = subjects.Count == 0 ? new Dictionary<string, byte[]?>() : await keys.Of(tenant, subjects, make: true, ct);
        await chain.Append(db, tenant, [.. acts.Select(a => Entry(a, caller, action, found))], ct);
    }

    NewEntry Entry(Act act, Caller caller, string action, IReadOnlyDictionary<string, byte[]?> found)
    {
        var now = time.GetUtcNow();
        var (id, subject) = (time.New<AuditEntryId>().Value, Actor(act, caller));
        var seal = new FieldSeal(id, found);
        var entry = new NewEntry
        {
            Id = id,
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            EventType = act.Event,
            ActorType = Actors.Kind(subject),
            ActorId = Cut(subject, LongestId),
            ActorName = seal.Box(subject, "actor_name", Name(act, caller)),
            ResourceType = act.ResourceType,
            ResourceId = Cut(act.ResourceId, LongestId),
            Action = action,
            Status = act.Status.ToString().ToLowerInvariant(),
            Metadata = seal.Facts(act, About(act, subject)),
            Changes = seal.Changes(act, About(act, subject)),
            IpAddress = seal.Box(subject, "ip_address", Address(act, caller)),
            UserAgent = seal.Box(subject, "user_agent", Cut(act.Agent ?? caller.Agent ?? "", LongestAgent)),
            RequestId = Cut(caller.CorrelationId, LongestId),
            Subject = Cut(subject, LongestId),
            AddressMark = found.GetValueOrDefault(subject) is { } key && Address(act, caller) is { Length: > 0 } address ? PersonalBox.Mark(key, address) : [],
        };
        return entry with { Payload = Payload.Of(entry) };
    }

    static IEnumerable<string> Subjects(Act act, Caller caller)
    {
        var actor = Actor(act, caller);
        if (Name(act, caller).Length + Address(act, caller).Length + (act.Agent ?? caller.Agent ?? "").Length > 0) yield return actor;
        if (act.Details.Values.Any(FieldSeal.IsPersonal) || act.Changes.Any(FieldSeal.IsPersonal)) yield return About(act, actor);
    }

    static string Actor(Act act, Caller caller) => act.Actor ?? caller.Actor;

    static string Name(Act act, Caller caller) => act.ActorName ?? (act.Actor is null ? caller.Name : "");

    static string Address(Act act, Caller caller) => act.Address ?? caller.Address ?? "";

    // The personal facts of a row are its own person's: a customer's address goes with the customer, not with who typed it.
    static string About(Act act, string actor) => act.ResourceId.Length > 0 ? Cut(act.ResourceId, LongestId) : actor;

    static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
