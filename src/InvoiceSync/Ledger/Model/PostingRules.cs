using System.Reflection;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Ledger.Model;

/// <summary>What every event means in money, found once by reflection.</summary>
sealed class PostingRules
{
    readonly ILookup<Type, Func<Event, Aggregate, IEnumerable<Posting>>> byEvent;

    public PostingRules(IEnumerable<Type> types)
    {
        var rules = from type in types
                    where type is { IsClass: true, IsAbstract: false }
                    from contract in type.GetInterfaces()
                    where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IPostOn<,>)
                    select (Event: contract.GetGenericArguments()[0], Rule: Of(type, contract));
        byEvent = rules.ToLookup(r => r.Event, r => r.Rule);
    }

    public IEnumerable<Posting> Of(Event happened, Aggregate source) => byEvent[happened.GetType()].SelectMany(rule => rule(happened, source));

    static Func<Event, Aggregate, IEnumerable<Posting>> Of(Type type, Type contract) =>
        (Func<Event, Aggregate, IEnumerable<Posting>>)typeof(PostingRules).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(contract.GetGenericArguments()).Invoke(null, [Activator.CreateInstance(type)])!;

    static Func<Event, Aggregate, IEnumerable<Posting>> Typed<TEvent, TSource>(IPostOn<TEvent, TSource> rule) where TEvent : Event where TSource : Aggregate =>
        (happened, source) => source is TSource mine ? rule.Of((TEvent)happened, mine) : [];
}
