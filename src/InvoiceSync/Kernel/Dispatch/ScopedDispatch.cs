using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>Sends messages in somebody's name from where there is no request: workers, timetables, the command line.</summary>
public sealed class ScopedDispatch(IServiceScopeFactory scopes)
{
    public async Task<T> As<T>(Caller caller, Func<IDispatcher, Task<T>> send)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        return await send(scope.ServiceProvider.GetRequiredService<IDispatcher>());
    }
}
