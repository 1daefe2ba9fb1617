using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Access;

/// <summary>Code or refresh token in, a new pair out. The client names itself by HTTP Basic.</summary>
sealed class TokenEndpoint(Store store, PracticeClock clock)
{
    public async Task<AnafAnswer> Serve(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return Refuse("invalid_request", "a form is needed");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (client, secret) = Basic(http.Request.Headers.Authorization.ToString());
        var now = clock.GetUtcNow();
        return store.Run(work =>
        {
            if (!Grants.Knows(work, client, secret)) return Refuse("invalid_client", "client authentication failed");
            var pair = form["grant_type"].ToString() switch
            {
                "authorization_code" => Grants.Exchange(work, client, form["code"].ToString(), form["redirect_uri"].ToString(), now),
                "refresh_token" => Grants.Refresh(work, client, form["refresh_token"].ToString(), now),
                _ => null,
            };
            return pair is null ? Refuse("invalid_grant", "the code or token is unknown, used, expired or another client's") : AnafAnswer.Json(200, pair);
        });
    }

    static AnafAnswer Refuse(string error, string description) =>
        AnafAnswer.Json(400, new JsonObject { ["error"] = error, ["error_description"] = description });

    static (string Client, string Secret) Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return ("", "");
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length)) return ("", "");
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
    }
}
