using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/files/invoices/{inv_…}/pdf: the invoice on paper, for people at the portal.</summary>
static class InvoiceFiles
{
    public static void MapInvoiceFiles(this WebApplication app) =>
        app.MapGet("/files/invoices/{invoice}/pdf", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();

    static async Task<IResult> Download(string invoice, IDispatcher dispatcher, ErrorTexts errors, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(invoice, out var id)) return Results.NotFound();
        return (await dispatcher.Ask(new PrintInvoice(id), ct)).Match(
            printed => Results.File(printed.Pdf, "application/pdf", printed.FileName),
            error => error.Kind == ErrorKind.NotFound ? Results.NotFound() : Results.Text(errors.Say(error), statusCode: ApiProblems.StatusOf(error.Kind)));
    }
}
