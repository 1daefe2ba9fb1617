using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>SAML among the protocols: where a sign-in begins and where a log-out goes on to.</summary>
sealed class SamlProtocol(ScopedDispatch dispatch, SsoEntrance entrance, PortalOptions options, TimeProvider time) : ISsoProtocol
{
    public async Task Begin(HttpContext http, GetSsoConnection.View connection, SsoWish wish)
    {
        if (SamlDoor.Of(http, options, connection) is not { } door)
        {
            await entrance.Refuse(http, connection.Id, "saml.incomplete", null, wish.Intent);
            return;
        }

        var id = SamlRequests.NewId();
        await Keep(http, connection, id, wish);
        http.Response.Redirect(SamlRequests.Login(door.Settings, door.Us, id, time.GetUtcNow(), wish.Fresh));
    }

    public async Task<Uri?> Leave(HttpContext http, GetSsoConnection.View connection, GetSsoLeaving.View leaving)
    {
        if (SamlDoor.Of(http, options, connection) is not { Settings.SloUrl: not null } door || leaving.Subject is not { } name) return null;
        var id = SamlRequests.NewId();
        await Keep(http, connection, id, new(null, null, null));
        return new(SamlLogouts.Request(door.Settings, door.Us, id, name, leaving.Hint, leaving.SessionIndex, time.GetUtcNow()));
    }

    async Task Keep(HttpContext http, GetSsoConnection.View connection, string id, SsoWish wish)
    {
        var keep = new KeepSsoRequest(connection.Id, id, SamlBrowser.Mark(http), wish.ReturnPath, wish.Intent);
        (await dispatch.As(Caller.System(connection.Tenant, connection.Id.ToString()), d => d.Send(keep, http.RequestAborted))).OrThrow();
    }
}
