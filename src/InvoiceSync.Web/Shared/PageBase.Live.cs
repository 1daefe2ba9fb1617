using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Shared;

public abstract partial class PageBase
{
    static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    readonly List<IDisposable> listening = [];

    [Inject] INotices Notices { get; set; } = default!;

    /// <summary>Calls back on the circuit with the ids that changed, at most once a window; then the page is drawn again.</summary>
    protected void Listen(Func<IReadOnlySet<Guid>, Task> heard, params IEnumerable<string> topics)
    {
        if (!RendererInfo.IsInteractive || Workplace.Caller.TenantOrNone is not { } tenant) return;
        var gatherer = new Gatherer(Window, Time, ids => OnCircuit(() => Hear(heard, ids)), Leaving);
        listening.Add(Notices.Listen(tenant, topics.ToHashSet(), gatherer.Hear));
    }

    // Nobody awaits a notice, so a bug in its handling is handed to the error boundary instead of being lost.
    async Task OnCircuit(Func<Task> work)
    {
        var done = InvokeAsync(work);
        await done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (done.Exception is { } bug) await DispatchExceptionAsync(bug.InnerException!);
    }

    async Task Hear(Func<IReadOnlySet<Guid>, Task> heard, IReadOnlySet<Guid> ids)
    {
        if (leaving.IsCancellationRequested) return;
        try
        {
            await heard(ids);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // Left while the answer was on its way.
        }
    }

    void StopListening()
    {
        foreach (var one in listening) one.Dispose();
    }
}
