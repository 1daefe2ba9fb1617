using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.SqlServer;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>One more portal on a database that is there already: a second node, one without jobs, or one with a part replaced.</summary>
public sealed class PortalNode : IAsyncDisposable
{
    readonly WebApplication app;

    PortalNode(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => app.Services;

    public static async Task<PortalNode> Start(TestDatabase database, Uri practice, Action<IServiceCollection>? also = null, params string[] more)
    {
        var app = await PortalHost.Build([.. PortalSettings.Of(database, practice), .. more], services =>
        {
            services.AddQuickPace().AddSingleton<IInterceptor>(TranslationRecorder.Shared);
            StayQuiet(services);
            also?.Invoke(services);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async Task<Result<T>> Try<T>(Caller caller, IMessage<T> message) => await Services.GetRequiredService<ScopedDispatch>().As(caller, d => message switch
    {
        ICommand<T> command => d.Send(command, TestContext.Current.CancellationToken),
        IQuery<T> query => d.Ask(query, TestContext.Current.CancellationToken),
        _ => throw new InvalidOperationException($"{message.GetType().Name} is neither command nor query."),
    });

    public HttpClient Client(bool cookies = true) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    // A first portal has told the practice Stripe where it listens; a second one must not move the hook.
    static void StayQuiet(IServiceCollection services)
    {
        if (services.SingleOrDefault(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "PracticeEndpoint") is { } endpoint) services.Remove(endpoint);
    }
}
