using System.Collections.Frozen;
using System.Reflection;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>Which handler answers which message, found once by reflection: the nested Handler of every message record.</summary>
sealed class HandlerTable
{
    readonly FrozenDictionary<Type, Entry> byMessage;
    readonly FrozenDictionary<string, Type> byName;

    public HandlerTable(IEnumerable<Type> types)
    {
        var entries = from type in types
                      where type is { IsAbstract: false, IsClass: true }
                      from contract in type.GetInterfaces()
                      where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IHandle<,>)
                      select new Entry(contract.GetGenericArguments()[0], type, contract);
        byMessage = entries.ToFrozenDictionary(e => e.Message);
        byName = byMessage.Keys.ToFrozenDictionary(m => m.Name);
    }

    public IEnumerable<Entry> Entries => byMessage.Values;

    public Entry Of(Type message) =>
        byMessage.TryGetValue(message, out var entry) ? entry : throw new InvalidOperationException($"No handler for {message.Name}.");

    /// <summary>The message type a queued command was stored under.</summary>
    public Type? Named(string name) => byName.GetValueOrDefault(name);

    public sealed record Entry(Type Message, Type Handler, Type Contract)
    {
        public string? Permission { get; } = Message.GetCustomAttribute<RequiresAttribute>()?.Permission;

        public bool IsAnonymous { get; } = Message.IsDefined(typeof(AnonymousAttribute));

        /// <summary>A person must have proved lately to sit there.</summary>
        public bool NeedsProof { get; } = Message.IsDefined(typeof(StepUpAttribute));

        public bool IsProcess { get; } = Message.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IProcess<>));

        public bool IsQuery { get; } = Message.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

        /// <summary>The action as the audit trail writes it: sync.correct-sale.</summary>
        public string Action { get; } = Actions.Of(Message);
    }
}
