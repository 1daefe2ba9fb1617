using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Access;

/// <summary>GET /account/proof/{connection}: on to the company's provider, to sign in there once more. Opened in a tab beside the page that asked.</summary>
static class ProofEndpoint
{
    public static void MapProof(this WebApplication app) => app.MapGet("/account/proof/{connection}", Begin).ExcludeFromDescription();

    static async Task<IResult> Begin(string connection, IDispatcher dispatcher, CancellationToken ct)
    {
        var begun = await dispatcher.Send(new BeginSsoProof(Ids.TryParse<SsoConnectionId>(connection, out var id) ? id : default), ct);
        return begun.Match<IResult>(to => Results.LocalRedirect(to), error => error.ToProblem());
    }
}
