using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/invoices/{id}/credit, /void and /write-off: what takes an issued invoice back.</summary>
static class InvoiceUndoApi
{
    public static void MapInvoiceUndoApi(this RouteGroupBuilder invoices)
    {
        invoices.MapPost("/{id}/credit", Credit).DescribePost<NewCredit, InvoiceBody>(
            "credit_invoice", "Takes back of an invoice: an amount with tax, quantities of lines, or with neither all that is left; answers the credit note", StatusCodes.Status201Created, 404);
        invoices.MapPost("/{id}/void", Void).DescribePost<Why, InvoiceBody>("void_invoice", "Takes back an invoice written here that no authority has and nobody paid", StatusCodes.Status200OK, 404);
        invoices.MapPost("/{id}/write-off", WriteOff).DescribePost<NewWriteOff, InvoiceBody>("write_off_invoice", "Gives up what is open on an invoice, or an amount of it", StatusCodes.Status200OK, 404);
        invoices.MapDelete("/{id}/write-off", TakeUp).DescribeDelete("undo_write_off", "Takes up again all that was written off of an invoice");
    }

    static Task<IResult> Credit(string id, HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) => RestBody.With<NewCredit>(request, async body =>
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var asked = new CreditAsked(body.Reason) { Amount = body.Amount, Lines = body.LineItems is null ? null : [.. body.LineItems.Select(l => new CreditedQuantity(l.Id, l.Quantity))] };
        var made = await dispatcher.Send(new CreditInvoice(invoice, time.New<InvoiceId>(), asked), ct);
        if (made.Error is { } error) return error.ToRestProblem(("Reason", "/reason"), ("Amount", "/amount"), ("Lines", "/line_items"));
        return await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    });

    static Task<IResult> Void(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<Why>(request, async body =>
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var done = await dispatcher.Send(new VoidInvoice(invoice, body.Reason), ct);
        return done.Error is { } error ? error.ToRestProblem(("Reason", "/reason")) : await Show(invoice, dispatcher, ct);
    });

    static Task<IResult> WriteOff(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewWriteOff>(request, async body =>
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var done = await dispatcher.Send(new WriteOffInvoice(invoice, body.Reason, body.Amount), ct);
        return done.Error is { } error ? error.ToRestProblem(("Reason", "/reason"), ("Amount", "/amount")) : await Show(invoice, dispatcher, ct);
    });

    static async Task<IResult> TakeUp(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        return (await dispatcher.Send(new UndoWriteOff(invoice), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToRestProblem());
    }

    static async Task<IResult> Show(InvoiceId invoice, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) =>
        (await dispatcher.Ask(new GetInvoiceDetails(invoice), ct)).Match<IResult>(
            found => new RestAnswer<InvoiceBody>(InvoiceBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/invoices/{invoice}" : null },
            error => error.ToRestProblem());

    /// <summary>Reason is printed on the document. Amount, with tax, or line_items, or neither.</summary>
    sealed record NewCredit(string Reason, decimal? Amount = null, IReadOnlyList<CreditLine>? LineItems = null);

    /// <summary>Id is that of the line on the invoice.</summary>
    sealed record CreditLine(string Id, decimal Quantity);

    sealed record Why(string Reason);

    sealed record NewWriteOff(string Reason, decimal? Amount = null);
}
