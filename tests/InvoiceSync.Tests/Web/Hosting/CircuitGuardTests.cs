using System.Runtime.CompilerServices;
using System.Security.Claims;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Web.Hosting;

public sealed class CircuitGuardTests : IDispatcher
{
    readonly TaskCompletionSource database = new();
    int asked;

    [Fact]
    public async Task A_button_does_not_overtake_the_field_while_the_session_is_looked_up()
    {
        var services = new ServiceCollection().AddScoped<CallerHolder>().AddScoped<IDispatcher>(_ => this).BuildServiceProvider();
        var sessions = new Sessions(new(services.GetRequiredService<IServiceScopeFactory>()), new TestClock());
        var identity = new CircuitIdentity { Principal = new(new ClaimsIdentity([new(PortalClaims.Token, "token")])) };
        var begun = new List<string>();
        var guard = new CircuitGuard(identity, null!, sessions);

        var field = Act("field");
        var button = Act("button");
        database.SetResult();
        await Task.WhenAll(field, button);
        Assert.Equal(["field", "button"], begun);

        Task Act(string name) => guard.CreateInboundActivityHandler(_ =>
        {
            begun.Add(name);
            return Task.CompletedTask;
        })((CircuitInboundActivityContext)RuntimeHelpers.GetUninitializedObject(typeof(CircuitInboundActivityContext)));
    }

    // The first look takes a while, the second none.
    public async Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default)
    {
        Assert.IsType<WhoIs>(command);
        if (asked++ == 0) await database.Task;
        return default(T)!;
    }

    public Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default) => throw new NotSupportedException();
}
