using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Given;

/// <summary>Answers the messages a test prepared and remembers all that were sent; anything else is a failure of the test.</summary>
sealed class FakeDispatcher : IDispatcher
{
    readonly Dictionary<Type, Func<object, object>> answers = [];
    readonly List<object> heard = [];

    public IReadOnlyList<object> Heard => heard;

    public FakeDispatcher On<TMessage, T>(Func<TMessage, Result<T>> answer) where TMessage : IMessage<T>
    {
        answers[typeof(TMessage)] = message => answer((TMessage)message);
        return this;
    }

    /// <summary>The same answer always.</summary>
    public FakeDispatcher Tell<TMessage, T>(T answer) where TMessage : IMessage<T> => On<TMessage, T>(_ => answer);

    public FakeDispatcher On<TMessage>(Action<TMessage>? heard = null) where TMessage : IMessage<Done> => On<TMessage, Done>(message =>
    {
        heard?.Invoke(message);
        return default(Done);
    });

    public IEnumerable<TMessage> Sent<TMessage>() => heard.OfType<TMessage>();

    public Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default) => Answer<T>(command);

    public Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default) => Answer<T>(query);

    /// <summary>What sends in another's name ends here too.</summary>
    public ScopedDispatch Scoped() => new(new ServiceCollection()
        .AddScoped<CallerHolder>().AddScoped<IDispatcher>(_ => this)
        .BuildServiceProvider().GetRequiredService<IServiceScopeFactory>());

    Task<Result<T>> Answer<T>(object message)
    {
        heard.Add(message);
        return answers.TryGetValue(message.GetType(), out var answer)
            ? Task.FromResult((Result<T>)answer(message))
            : throw new InvalidOperationException($"Nobody expected {message}.");
    }
}
