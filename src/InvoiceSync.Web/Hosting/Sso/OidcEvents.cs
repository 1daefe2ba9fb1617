using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>How a callback ends: with a session of ours, never with the handler's own cookie, or with a refusal that tells the browser nothing.</summary>
sealed class OidcEvents(SsoEntrance entrance, IDataProtectionProvider protection) : OAuthEvents
{
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var connection = ((OidcHandlerOptions)context.Options).Connection;
        var identity = context.Properties!.GetParameter<OidcIdentity>(OidcHandler.Who)!;
        var hint = context.Properties.GetParameter<string>(OidcHandler.IdToken);
        var sealedHint = hint is null ? null : OidcProtocol.Sealer(protection).Protect(hint);
        await entrance.Enter(context.HttpContext, connection.Id, Proven(identity), OidcState.Wished(context.Properties), sealedHint);
        context.HandleResponse();
    }

    // Anything that is not a refusal is our own mistake, and is answered and logged as one.
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        if (context.Failure is not (OidcRefusedException or AuthenticationFailureException)) return;
        var (reason, detail) = context.Failure is OidcRefusedException refused ? (refused.Reason, null) : ("callback.not_ours", context.Failure.Message);
        var connection = ((OidcHandlerOptions)context.Options).Connection;
        await entrance.Refuse(context.HttpContext, connection.Id, reason, detail, OidcState.Remembered(context.HttpContext)?.Intent);
        context.HandleResponse();
    }

    static ProvenIdentity Proven(OidcIdentity who) => new(
        who.Issuer, who.Subject, who.Email, who.EmailVerified, who.Name, who.Groups, who.SessionIndex, OidcClaims.Shown(who.Claims))
    {
        AuthenticatedAt = OidcClaims.Moment(who.Claims, "auth_time"),
    };
}
