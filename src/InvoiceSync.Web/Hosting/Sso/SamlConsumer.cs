using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// POST /sso/{slug}/saml/acs: a provider's answer in the browser's hands. No antiforgery token can be in it; what ties it to
/// this browser is the cookie of the request it answers. RelayState is not read: what the request was for lies with us.
/// </summary>
static class SamlConsumer
{
    public static async Task Receive(HttpContext http, string slug, SsoConnections connections, SsoEntrance entrance, ScopedDispatch dispatch, PortalOptions options, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        var connection = await connections.Find(slug, http.RequestAborted);
        if (SamlDoor.Of(http, options, connection) is not { } door)
        {
            await entrance.Refuse(http, connection?.Id, connection is null ? "connection.unknown" : "saml.incomplete", null, null);
            return;
        }

        if (await SamlForm.Read(http) is not { Response: { } field })
        {
            await entrance.Refuse(http, door.Connection.Id, "saml.form_unreadable", null, null);
            return;
        }

        switch (SamlResponses.Read(field, door.Terms, time.GetUtcNow()))
        {
            case SamlAnswer<SamlLogin>.Refused(var fault):
                await entrance.Refuse(http, door.Connection.Id, SamlReason.Of(fault), null, await Intent(http, door, field, dispatch));
                break;
            case SamlAnswer<SamlLogin>.Proved({ InResponseTo: null }) when !door.Settings.IdpInitiated:
                await entrance.Refuse(http, door.Connection.Id, "saml.not_asked", null, null);
                break;
            case SamlAnswer<SamlLogin>.Proved(var login):
                await Use(http, door, login, entrance, dispatch);
                break;
        }
    }

    // A test whose answer is not believed has failed, and says so. Which one it was the refused message says: that is believed
    // only of the browser that carried that very question, so nobody else's test can be ended.
    static async Task<string?> Intent(HttpContext http, SamlDoor door, string field, ScopedDispatch dispatch)
    {
        if (SamlResponses.Claimed(field) is not { } request || SamlBrowser.Read(http) is not { } browser) return null;
        var question = new FindSsoIntent(door.Connection.Id, request, browser);
        return (await dispatch.As(Caller.System(door.Connection.Tenant, door.Connection.Id.ToString()), d => d.Ask(question, http.RequestAborted))).OrThrow();
    }

    static async Task Use(HttpContext http, SamlDoor door, SamlLogin login, SsoEntrance entrance, ScopedDispatch dispatch)
    {
        var connection = door.Connection;
        var redeem = new RedeemSsoAnswer(connection.Id, $"assertion:{login.AssertionId}", login.ValidUntil, login.InResponseTo, SamlBrowser.Read(http));
        var redeemed = await dispatch.As(Caller.System(connection.Tenant, connection.Id.ToString()), d => d.Send(redeem, http.RequestAborted));
        // Two at the same moment: the second meets the key.
        if (redeemed.Error is { } error)
        {
            await entrance.Refuse(http, connection.Id, error.Kind == ErrorKind.Conflict ? "saml.answer_used" : error.Code, null, null);
            return;
        }

        var wish = redeemed.OrThrow();
        if (!connection.Enabled && wish.Intent is null)
        {
            await entrance.Refuse(http, connection.Id, "connection.disabled", null, null);
            return;
        }

        await entrance.Enter(http, connection.Id, Identity(login, door.Settings), new(wish.Intent, wish.ReturnPath, null), login.NameIdFormat);
    }

    // SAML has no word for a verified e-mail; the company's proved domains are what decides.
    static ProvenIdentity Identity(SamlLogin login, SamlSettings settings)
    {
        var person = SamlPerson.Of(login, settings.Attributes);
        return new(login.Issuer, login.NameId, person.Email, EmailVerified: true, person.Name, person.Groups, login.SessionIndex, login.Attributes)
        {
            EndsAt = login.SessionEndsAt,
            AuthenticatedAt = login.AuthenticatedAt,
        };
    }
}
