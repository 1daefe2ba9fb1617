using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Asks a provider for JSON. Everything else it may answer (a page, a redirect, silence, too much) is refused in one word.</summary>
sealed class OidcWire(GuardedLine line, ILogger<OidcWire> log)
{
    static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public bool MayCall(Uri address) => line.MayCall(address);

    /// <summary>What names the document in the reason, like "jwks".</summary>
    public async Task<byte[]> Get(Uri address, string what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await Send(request, what, ct);
        OidcRefusedException.Unless(answer.Status == HttpStatusCode.OK, $"{what}.status_wrong");
        return answer.Body;
    }

    public async Task<GuardedReply.Answered> Send(HttpRequestMessage request, string what, CancellationToken ct)
    {
        request.Headers.Accept.Add(Json);
        request.Headers.UserAgent.ParseAdd("InvoiceSync");
        var reply = await line.Send(request, ct);
        log.LogDebug("{What} of {Host}: {Reply}", what, request.RequestUri!.Host, reply);
        OidcRefusedException.Unless(reply is not GuardedReply.Failed, $"{what}.{(reply as GuardedReply.Failed)?.Reason}");
        var answer = (GuardedReply.Answered)reply;
        OidcRefusedException.Unless((int)answer.Status is < 300 or >= 400, $"{what}.redirected");
        OidcRefusedException.Unless(IsJson(answer.MediaType), $"{what}.not_json");
        return answer;
    }

    // application/jwk-set+json is what RFC 7517 registers for keys.
    static bool IsJson(string? type) =>
        type is not null && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
