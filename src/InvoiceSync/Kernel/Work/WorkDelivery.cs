using System.Text.Json;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Kernel.Work;

/// <summary>Runs one piece of work in the tenant's name: a queued command through the dispatcher, or an event to its reaction.</summary>
sealed class WorkDelivery(IServiceScopeFactory scopes, HandlerTable table, EventRouter events)
{
    public async Task Deliver(LeasedWork work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = Caller.System(work.Tenant, "system") with { CorrelationId = work.Id.ToString("N") };
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;

        if (events.Delivery(work.Name, work.Body) is { } delivery)
            await delivery(scope.ServiceProvider, ct);
        else
            await Send(work, scope.ServiceProvider.GetRequiredService<IDispatcher>(), ct);
    }

    Task Send(LeasedWork work, IDispatcher dispatcher, CancellationToken ct)
    {
        var type = table.Named(work.Name) ?? throw new InvalidOperationException($"Nothing handles {work.Name}.");
        var command = JsonSerializer.Deserialize(work.Body, type, StoredJson.Options)!;
        var answer = type.GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)).GetGenericArguments()[0];
        return (Task)typeof(WorkDelivery).GetMethod(nameof(Typed), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(answer).Invoke(null, [dispatcher, command, ct])!;
    }

    static async Task Typed<T>(IDispatcher dispatcher, ICommand<T> command, CancellationToken ct) =>
        (await dispatcher.Send(command, ct)).OrThrow();
}
