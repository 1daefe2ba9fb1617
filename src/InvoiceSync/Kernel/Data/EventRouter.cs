using System.Reflection;
using System.Text.Json;
using InvoiceSync.Kernel.Work;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Kernel.Data;

/// <summary>Writes each event as one row plus one piece of queued work for each reaction, so that each is retried alone.</summary>
sealed class EventRouter
{
    const string Prefix = "on:";
    readonly Dictionary<Type, List<Type>> reactions = [];
    readonly Dictionary<string, (Type Event, Type Reaction)> byName = [];

    public EventRouter(IEnumerable<Type> types)
    {
        foreach (var type in types.Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOn<>)))
            {
                var happened = contract.GetGenericArguments()[0];
                (reactions.TryGetValue(happened, out var list) ? list : reactions[happened] = []).Add(type);
                byName.Add(Prefix + type.Name, (happened, type));
            }
    }

    public IEnumerable<Type> Reactions => byName.Values.Select(v => v.Reaction);

    public void Record(InvoiceSyncDb db, TenantId tenant, Event happened, Caller caller, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var body = JsonSerializer.Serialize(happened, happened.GetType(), StoredJson.Options);
        db.Add(new EventRow
        {
            TenantId = tenant,
            Id = id,
            Name = NameOf(happened.GetType()),
            Body = body,
            At = now,
            Actor = caller.Actor,
            CorrelationId = caller.CorrelationId,
        });
        foreach (var reaction in reactions.GetValueOrDefault(happened.GetType(), []))
            db.Pending.Items.Add(new(tenant, Prefix + reaction.Name, id.ToString("N"), body, now));
    }

    public static string NameOf(Type happened) =>
        happened.GetCustomAttribute<EventNameAttribute>()?.Name ?? throw new InvalidOperationException($"{happened.Name} has no [EventName].");

    /// <summary>Delivers a queued event to its reaction; null when the name is no delivery.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Delivery(string name, string body)
    {
        if (!byName.TryGetValue(name, out var route)) return null;
        var happened = JsonSerializer.Deserialize(body, route.Event, StoredJson.Options)!;
        return (services, ct) => Deliver(ActivatorUtilities.CreateInstance(services, route.Reaction), happened, ct);
    }

    static Task Deliver(object reaction, object happened, CancellationToken ct) =>
        (Task)typeof(EventRouter).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(happened.GetType()).Invoke(null, [reaction, happened, ct])!;

    static Task Typed<TEvent>(IOn<TEvent> reaction, TEvent happened, CancellationToken ct) where TEvent : Event => reaction.Handle(happened, ct);
}
