namespace InvoiceSync.Kernel;

/// <summary>Something that happened, told after commit, at least once, to everyone who asked for it.</summary>
public abstract record Event;

/// <summary>The public name of an event, past tense, like "invoice.issued". Names and payloads only grow.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>A reaction. Each one is retried alone until it succeeds; a refusal is a failure, so it throws.</summary>
public interface IOn<in TEvent> where TEvent : Event
{
    Task Handle(TEvent happened, CancellationToken ct);
}
