using InvoiceSync.Kernel;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Radzen;

namespace InvoiceSync.Web.Shared;

/// <summary>What every page can do: ask, send with a toast for the answer, listen for changes, and stop when it is left.</summary>
public abstract partial class PageBase : ComponentBase, IDisposable
{
    readonly CancellationTokenSource leaving = new();

    [Inject] IDispatcher Dispatcher { get; set; } = default!;
    [Inject] Presence Presence { get; set; } = default!;
    [Inject] FirstAnswers First { get; set; } = default!;
    [Inject] NotificationService Toasts { get; set; } = default!;
    [Inject] protected ErrorTexts Errors { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Inject] protected IStringLocalizer<Portal> T { get; set; } = default!;
    [Inject] protected TimeProvider Time { get; set; } = default!;
    [CascadingParameter] protected Workplace Workplace { get; set; } = default!;

    protected PageBase() => Leaving = leaving.Token;

    protected CancellationToken Leaving { get; }

    /// <summary>Why the page has nothing to show; null when the last question was answered.</summary>
    protected Error? Trouble { get; private set; }

    /// <summary>The refusal of the last command, for the form to show at its field.</summary>
    protected Error? Refusal { get; private set; }

    protected bool Busy { get; private set; }

    protected bool May(string permission) => Workplace.Caller.May(permission);

    /// <summary>The answer; or default, and then Trouble says why.</summary>
    protected async Task<T?> Ask<T>(IQuery<T> query)
    {
        var result = await First.Ask(query, RendererInfo.IsInteractive, Leaving);
        Trouble = result.Error;
        return result.IsOk ? result.OrThrow() : default;
    }

    /// <summary>Sends a command and toasts the outcome, unless a field of the form shows it. True when it was done.</summary>
    protected async Task<bool> Do<T>(ICommand<T> command, string? done = null) => (await Tell(command, done)).IsOk;

    protected async Task<Result<T>> Tell<T>(ICommand<T> command, string? done = null)
    {
        Busy = true;
        try
        {
            var result = await Dispatcher.Send(command, Leaving);
            if (result.Error == StepUpAttribute.ProofMissing && await Presence.Ask()) result = await Dispatcher.Send(command, Leaving);
            Refusal = result.Error;
            if (result.Error is { Field: null } error) Toast(NotificationSeverity.Error, Errors.Say(error));
            else if (result.IsOk && done is not null) Toast(NotificationSeverity.Success, done);
            return result;
        }
        finally
        {
            Busy = false;
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        StopListening();
        GC.SuppressFinalize(this);
    }

    protected void Toast(string text) => Toast(NotificationSeverity.Success, text);

    /// <summary>A refusal of a field this page does not have.</summary>
    protected void Toast(Error refused) => Toast(NotificationSeverity.Error, Errors.Say(refused));

    void Toast(NotificationSeverity severity, string text) =>
        Toasts.Notify(new NotificationMessage { Severity = severity, Summary = text, Duration = severity == NotificationSeverity.Error ? 9000 : 4000 });
}
