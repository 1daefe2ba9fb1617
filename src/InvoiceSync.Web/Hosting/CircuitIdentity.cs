using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace InvoiceSync.Web.Hosting;

/// <summary>Who a live circuit belongs to. After it connects no middleware runs, so it keeps its principal itself and loses it when the session ends.</summary>
sealed class CircuitIdentity
{
    public ClaimsPrincipal? Principal { get; set; }

    public string CorrelationId { get; set; } = "";

    /// <summary>Takes over a proof of presence given since the circuit began.</summary>
    public async Task Renew(Sessions sessions, CancellationToken ct)
    {
        if (Principal?.FindFirstValue(PortalClaims.Token) is not { } token) return;
        sessions.Forget(token);
        if (await sessions.Find(token, Principal.FindFirstValue(PortalClaims.Slug), Principal.FindFirstValue(PortalClaims.Address), ct) is { } who) Principal = PortalClaims.Proved(Principal, who.ProvedAt);
    }
}

/// <summary>Before every act on a circuit: is the session still alive, is the person still a member here? If not, the circuit acts as nobody.</summary>
sealed class CircuitGuard(CircuitIdentity identity, AuthenticationStateProvider state, Sessions sessions) : CircuitHandler
{
    static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());
    readonly CircuitTurns turns = new();

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        identity.Principal = (await state.GetAuthenticationStateAsync()).User;
        identity.CorrelationId = circuit.Id;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => turns.Take(() => Check(CancellationToken.None), () => next(context));

    async Task Check(CancellationToken ct)
    {
        if (identity.Principal?.FindFirstValue(PortalClaims.Token) is not { } token) return;
        var slug = identity.Principal.FindFirstValue(PortalClaims.Slug);
        var who = await sessions.Find(token, slug, identity.Principal.FindFirstValue(PortalClaims.Address), ct);
        if (who is null || who.Grant?.Stamp != identity.Principal.FindFirstValue(PortalClaims.Stamp)) identity.Principal = Nobody;
    }
}
