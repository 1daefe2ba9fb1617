using System.Text;
using InvoiceSync.Sandbox.Anaf.Access;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.Anaf.Registry;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf;

static class AnafRoutes
{
    public static void MapAnaf(
        this IEndpointRouteBuilder app, Store store, PracticeClock clock, AnafApi api, CallLimits limits, PublicCalls free, RegistryCall register, PracticeOptions options)
    {
        var upload = new UploadCall(limits, new Intake(options));
        var (state, lists, download) = (new StateCall(limits), new ListCalls(limits), new DownloadCall(limits));
        foreach (var environment in (string[])["test", "prod"])
        {
            var rest = $"/anaf/{environment}/FCTEL/rest";
            app.MapPost($"{rest}/upload", http => api.Serve(http, environment, call => upload.Serve(call, b2c: false)));
            app.MapPost($"{rest}/uploadb2c", http => api.Serve(http, environment, call => upload.Serve(call, b2c: true)));
            app.MapGet($"{rest}/stareMesaj", http => api.Serve(http, environment, state.Serve));
            app.MapGet($"{rest}/listaMesajeFactura", http => api.Serve(http, environment, lists.Simple));
            app.MapGet($"{rest}/listaMesajePaginatieFactura", http => api.Serve(http, environment, lists.Paged));
            app.MapGet($"{rest}/descarcare", http => api.Serve(http, environment, download.Serve));
        }
        app.MapPost("/anaf/api/PlatitorTvaRest/v9/tva", register.Serve);
        app.MapGet("/anaf/TestOauth/jaxrs/hello", http => api.Serve(http, "test", Hello));

        app.MapPost("/anaf/prod/FCTEL/rest/validare/{standard}", free.Validate);
        app.MapPost("/anaf/prod/FCTEL/rest/transformare/{standard}", free.Print);
        app.MapPost("/anaf/prod/FCTEL/rest/transformare/{standard}/DA", free.Print);
        app.MapPost("/anaf/api/validate/signature", free.Seal);

        var (page, token) = (new AuthorizePage(store, clock), new TokenEndpoint(store, clock));
        app.MapGet("/anaf/anaf-oauth2/v1/authorize", page.Show);
        app.MapPost("/anaf/anaf-oauth2/v1/authorize", page.Agree);
        app.MapPost("/anaf/anaf-oauth2/v1/token", async http => await AnafApi.Write(http, await token.Serve(http)));
        // A wrong path answers 403 at the real one, not 404.
        app.Map("/anaf/{**rest}", http => AnafApi.Write(http, AnafAnswer.Bad(403, "Forbidden", "Acces interzis", clock.GetUtcNow())));
    }

    static AnafAnswer Hello(AnafCall call) => new(200, "text/plain", Encoding.UTF8.GetBytes($"Hello, {call.Text("name") ?? "World"}!"));
}
