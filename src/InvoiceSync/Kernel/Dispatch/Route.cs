using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>From a message known only by its interface to its typed handler; made once a message type.</summary>
abstract class Route<T>
{
    static readonly ConcurrentDictionary<Type, Route<T>> Routes = new();

    public static Route<T> Of(HandlerTable.Entry entry) =>
        Routes.GetOrAdd(entry.Message, static message => (Route<T>)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(typeof(T), message))!);

    public abstract Task<T> Handle(IServiceProvider services, object message, CancellationToken ct);

    sealed class Typed<TMessage> : Route<T> where TMessage : IMessage<T>
    {
        public override Task<T> Handle(IServiceProvider services, object message, CancellationToken ct) =>
            services.GetRequiredService<IHandle<TMessage, T>>().Handle((TMessage)message, ct);
    }
}
