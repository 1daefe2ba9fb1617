using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;
using Radzen;

namespace InvoiceSync.Web.Access;

/// <summary>Asks the person on a live screen to show that it is they, and lets the screen know when they have.</summary>
sealed class Presence(DialogService dialogs, IStringLocalizer<Portal> texts, CircuitIdentity circuit, Sessions sessions, TimeProvider time)
{
    /// <summary>True when the person has proved it; what was refused for want of proof can be sent again.</summary>
    public async Task<bool> Ask() => await dialogs.OpenAsync<StepUpDialog>(texts["step-up.title"]) is true;

    /// <summary>Whether a proof given elsewhere, as at the provider in another tab, has arrived.</summary>
    public async Task<bool> Holds(CancellationToken ct)
    {
        await Proved(ct);
        return circuit.Principal is { } principal && PortalClaims.CallerOf(principal, circuit.CorrelationId).ProvedAt > time.GetUtcNow() - StepUpAttribute.Fresh;
    }

    // A circuit keeps the principal it began with: the proof has to reach it.
    public Task Proved(CancellationToken ct) => circuit.Renew(sessions, ct);
}
