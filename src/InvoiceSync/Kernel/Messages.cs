namespace InvoiceSync.Kernel;

/// <summary>Anything the dispatcher carries to the one handler that answers with T.</summary>
public interface IMessage<T>;

/// <summary>Asks for a change. Its handler runs in one transaction: state, audit row and events, all or nothing.</summary>
public interface ICommand<T> : IMessage<T>;

/// <summary>A change that calls the outside world. It has no transaction and no database; it sends commands before and after the call.</summary>
public interface IProcess<T> : ICommand<T>;

/// <summary>Asks a question. Nothing is tracked, nothing changes.</summary>
public interface IQuery<T> : IMessage<T>;

/// <summary>The one handler of a message.</summary>
public interface IHandle<in TMessage, T> where TMessage : IMessage<T>
{
    Task<T> Handle(TMessage message, CancellationToken ct);
}

/// <summary>Carries messages to their handlers under the caller's tenant and permissions, a fresh scope for each.</summary>
public interface IDispatcher
{
    Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default);

    Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default);
}

/// <summary>The answer of a command that has nothing to tell.</summary>
public readonly record struct Done;

/// <summary>The permission a caller must hold to send this message, like "invoice.read".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission => permission;
}

/// <summary>Marks an act so dangerous that a person must have proved within ten minutes to sit there. Programs have no presence to prove.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepUpAttribute : Attribute
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>What a person is told whose proof is too old; the page asks for a new one and repeats the act.</summary>
    public static readonly Error ProofMissing = Error.Forbidden("presence.unproved", "Show first that it is you: with your password or a code.");
}

/// <summary>Marks the few messages that somebody who has not signed in may send.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnonymousAttribute : Attribute;
