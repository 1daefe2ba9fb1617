using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// /sso/{slug}/saml/slo: the provider ends sessions, or answers that it ended what we asked it to end; in an address (GET) or in a
/// form (POST). No antiforgery token can be in it: what makes it believed is the provider's signature.
/// </summary>
static class SamlLogoutDoor
{
    public static async Task Receive(HttpContext http, string slug, SsoConnections connections, SsoEntrance entrance, ScopedDispatch dispatch, PortalOptions options, TimeProvider time)
    {
        if (await Open(http, slug, connections, entrance, options) is not { } door) return;
        var (query, now) = (http.Request.QueryString.Value ?? "", time.GetUtcNow());
        if (SamlLogouts.IsRequest(query)) await End(http, door, SamlLogouts.ReadRequest(query, door.Settings, door.Us, now), entrance, dispatch, time);
        else await Ended(http, door, SamlLogouts.ReadResponse(query, door.Settings, door.Us, now), entrance, dispatch, time);
    }

    public static async Task ReceivePosted(HttpContext http, string slug, SsoConnections connections, SsoEntrance entrance, ScopedDispatch dispatch, PortalOptions options, TimeProvider time)
    {
        if (await Open(http, slug, connections, entrance, options) is not { } door) return;
        var now = time.GetUtcNow();
        switch (await SamlForm.Read(http))
        {
            case { Request: { } asked, RelayState: var relayState }:
                await End(http, door, SamlLogouts.ReadPostedRequest(asked, relayState, door.Settings, door.Us, now), entrance, dispatch, time);
                break;
            case { Response: { } answered }:
                await Ended(http, door, SamlLogouts.ReadPostedResponse(answered, door.Settings, door.Us, now), entrance, dispatch, time);
                break;
            default:
                await entrance.Refuse(http, door.Connection.Id, "saml.form_unreadable", null, null);
                break;
        }
    }

    static async Task<SamlDoor?> Open(HttpContext http, string slug, SsoConnections connections, SsoEntrance entrance, PortalOptions options)
    {
        http.Response.Headers.CacheControl = "no-store";
        var connection = await connections.Find(slug, http.RequestAborted);
        if (SamlDoor.Of(http, options, connection) is { } door) return door;
        await entrance.Refuse(http, connection?.Id, connection is null ? "connection.unknown" : "saml.incomplete", null, null);
        return null;
    }

    static async Task End(HttpContext http, SamlDoor door, SamlAnswer<SamlLogout> answer, SsoEntrance entrance, ScopedDispatch dispatch, TimeProvider time)
    {
        if (answer is not SamlAnswer<SamlLogout>.Proved(var logout))
        {
            await entrance.Refuse(http, door.Connection.Id, SamlReason.Of(((SamlAnswer<SamlLogout>.Refused)answer).Fault), null, null);
            return;
        }

        var (connection, ct) = (door.Connection.Id, http.RequestAborted);
        var ended = await dispatch.As(Caller.System(door.Connection.Tenant, connection.ToString()), async d =>
        {
            var first = await d.Send(new LogOutBySso(connection, $"logout:{logout.Id}", logout.ValidUntil, logout.NameId, logout.SessionIndexes is [var session, ..] ? session : null), ct);
            if (!first.IsOk) return first;
            foreach (var more in logout.SessionIndexes.Skip(1)) (await d.Send(new EndSsoSessions(connection, logout.NameId, more), ct)).OrThrow();
            return first;
        });
        if (ended.Error is { } error)
        {
            await entrance.Refuse(http, connection, error.Kind == ErrorKind.Conflict ? "saml.logout_used" : error.Code, null, null);
            return;
        }

        http.Response.Redirect(door.Settings.SloResponseUrl is null ? "/sign-in" : SamlLogouts.Response(door.Settings, door.Us, logout, time.GetUtcNow()));
    }

    // Nobody here is signed in any more, whatever the provider answers; a false answer is only worth a note.
    static async Task Ended(HttpContext http, SamlDoor door, SamlAnswer<string> answer, SsoEntrance entrance, ScopedDispatch dispatch, TimeProvider time)
    {
        if (answer is not SamlAnswer<string>.Proved(var request))
        {
            await entrance.Refuse(http, door.Connection.Id, SamlReason.Of(((SamlAnswer<string>.Refused)answer).Fault), null, null);
            return;
        }

        var redeem = new RedeemSsoAnswer(door.Connection.Id, $"left:{request}", time.GetUtcNow().AddHours(1), request, SamlBrowser.Read(http));
        var redeemed = await dispatch.As(Caller.System(door.Connection.Tenant, door.Connection.Id.ToString()), d => d.Send(redeem, http.RequestAborted));
        if (redeemed.Error is { } error) await entrance.Refuse(http, door.Connection.Id, error.Code, null, null);
        else http.Response.Redirect("/sign-in");
    }
}
