using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>/api/stripe: the sales we hold as Stripe told them, and whether Stripe answers us.</summary>
static class SalesApi
{
    public static void MapSalesApi(this RouteGroupBuilder api)
    {
        var stripe = api.MapGroup("/stripe").WithTags("Stripe");
        stripe.MapGet("/invoices", Invoices).Describe<SalesList>("list_invoices", "Invoices of Stripe, newest first", 400);
        stripe.MapGet("/charges", Charges).Describe<SalesList>("list_charges", "Payments without invoice, newest first", 400);
        stripe.MapGet("/test", Test).Describe<ConnectionReport>("test_stripe", "Calls Stripe with the kept key and says what works", 503);
    }

    static Task<IResult> Invoices([AsParameters] SalesQuery query, IDispatcher dispatcher, CancellationToken ct) => List(query, SaleKind.Invoice, dispatcher, ct);

    static Task<IResult> Charges([AsParameters] SalesQuery query, IDispatcher dispatcher, CancellationToken ct) => List(query, SaleKind.Charge, dispatcher, ct);

    static async Task<IResult> List(SalesQuery query, SaleKind kind, IDispatcher dispatcher, CancellationToken ct)
    {
        var asked = query.Read(kind);
        if (asked.Error is { } wrong) return wrong.ToProblem();
        return (await dispatcher.Ask(asked.OrThrow(), ct)).Match<IResult>(page => TypedResults.Ok(SalesList.Of(page)), error => error.ToProblem());
    }

    static async Task<IResult> Test(IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new TestStripe(), ct)).Match<IResult>(TypedResults.Ok, error => error.ToProblem());
}
