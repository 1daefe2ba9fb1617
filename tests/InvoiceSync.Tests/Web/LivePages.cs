using Bunit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace InvoiceSync.Tests.Web;

/// <summary>Draws whole pages as on a circuit, for an owner; their questions and commands end in a fake, and a test tells them what changed.</summary>
sealed class LivePages : IDisposable
{
    readonly ToldNotices notices = new();

    public LivePages()
    {
        Pieces.Services.AddSingleton<IDispatcher>(Dispatcher).AddSingleton<INotices>(notices).AddSingleton<ICallerSource>(new NoCaller())
            .AddSingleton<AnswersInFlight>().AddScoped<FirstAnswers>().AddScoped<NotificationService>().AddScoped<DialogService>().AddScoped(_ => new Presence(null!, null!, null!, null!, null!));
        Pieces.AddBunitPersistentComponentState();
        Pieces.SetRendererInfo(new("Server", isInteractive: true));
    }

    public PortalPieces Pieces { get; } = new();

    public FakeDispatcher Dispatcher { get; } = new();

    public IRenderedComponent<TPage> Draw<TPage>(Action<ComponentParameterCollectionBuilder<TPage>> with) where TPage : IComponent => Pieces.Render<TPage>(p =>
    {
        p.AddCascadingValue(PortalPieces.Bucharest with { Caller = Some.Owner });
        with(p);
    });

    /// <summary>Tells of a change and waits until the page shows it.</summary>
    public async Task Hear(string topic, Guid id, Func<bool> shown)
    {
        notices.Tell(new(Some.Tenant, topic, id));
        for (var tried = 0; !await Pieces.Renderer.Dispatcher.InvokeAsync(shown); tried++)
        {
            Assert.True(tried < 400, "The page does not show it.");
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => Pieces.Dispose();

    sealed class ToldNotices : INotices
    {
        readonly List<(IReadOnlySet<string> Topics, Action<Notice> Heard)> listening = [];

        public IDisposable Listen(TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard)
        {
            listening.Add((topics, heard));
            return new MemoryStream();
        }

        public void Tell(Notice notice)
        {
            foreach (var (topics, heard) in listening)
                if (topics.Contains(notice.Topic)) heard(notice);
        }
    }

    sealed class NoCaller : ICallerSource
    {
        public ValueTask<Caller> Current(CancellationToken ct) => ValueTask.FromResult(Caller.Nobody);
    }
}
