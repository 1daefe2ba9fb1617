using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/files/estimates/{est_…}/pdf and /original: a pro-forma or quote on paper, ours and the one of the program that has it as well, for people at the portal.</summary>
static class EstimateFiles
{
    public static void MapEstimateFiles(this WebApplication app)
    {
        app.MapGet("/files/estimates/{estimate}/pdf", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();
        app.MapGet("/files/estimates/{estimate}/original", Original).RequireAuthorization("invoice.read").ExcludeFromDescription();
    }

    static async Task<IResult> Download(string estimate, IDispatcher dispatcher, ErrorTexts errors, CancellationToken ct)
    {
        if (!Ids.TryParse<EstimateId>(estimate, out var id)) return Results.NotFound();
        return (await dispatcher.Ask(new PrintEstimate(id), ct)).Match(
            printed => Results.File(printed.Pdf, "application/pdf", printed.FileName),
            error => Refused(error, errors));
    }

    static async Task<IResult> Original(string estimate, IDispatcher dispatcher, ErrorTexts errors, CancellationToken ct)
    {
        if (!Ids.TryParse<EstimateId>(estimate, out var id)) return Results.NotFound();
        return (await dispatcher.Ask(new PrintEstimateInBooks(id), ct)).Match(
            paper => Results.File(paper.Pdf, "application/pdf", paper.Name),
            error => Refused(error, errors));
    }

    static IResult Refused(Error error, ErrorTexts errors) =>
        error.Kind == ErrorKind.NotFound ? Results.NotFound() : Results.Text(errors.Say(error), statusCode: ApiProblems.StatusOf(error.Kind));
}
