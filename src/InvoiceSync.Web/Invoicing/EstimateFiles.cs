using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/files/estimates/{est_…}/pdf: a pro-forma or quote on paper, for people at the portal.</summary>
static class EstimateFiles
{
    public static void MapEstimateFiles(this WebApplication app) =>
        app.MapGet("/files/estimates/{estimate}/pdf", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();

    static async Task<IResult> Download(string estimate, IDispatcher dispatcher, ErrorTexts errors, CancellationToken ct)
    {
        if (!Ids.TryParse<EstimateId>(estimate, out var id)) return Results.NotFound();
        return (await dispatcher.Ask(new PrintEstimate(id), ct)).Match(
            printed => Results.File(printed.Pdf, "application/pdf", printed.FileName),
            error => error.Kind == ErrorKind.NotFound ? Results.NotFound() : Results.Text(errors.Say(error), statusCode: ApiProblems.StatusOf(error.Kind)));
    }
}
