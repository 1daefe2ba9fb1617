using System.Collections.Frozen;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Payments;

/// <summary>/v1/payments: recorded, listed, refunded; a payment that is deleted is reversed and stays to be read.</summary>
static class PaymentsApi
{
    const string Reason = "Deleted by a program";

    static readonly FrozenDictionary<string, PaymentStatus> Statuses = WireNames.Of<PaymentStatus>();
    static readonly FrozenDictionary<string, PaymentMethod> Methods = WireNames.Of<PaymentMethod>();

    static readonly RestList Query = RestList.Sorted("-received_on")
        .OneOf("status", Statuses, "What became of it.")
        .OneOf("method", Methods, "How the money came.")
        .Text("search", 100, "How the customer's name, or the reference, begins.")
        .Currency("currency", "The currency, by ISO 4217.")
        .Days("received_on", "The day the money came.")
        .Amounts("amount", "The amount, in its currency.");

    public static void MapPaymentsApi(this RouteGroupBuilder v1)
    {
        var payments = v1.MapGroup("/payments").WithTags("Payments");
        payments.MapGet("", List).DescribeList<PaymentBody>("list_payments", "Payments, the latest day first", Query);
        payments.MapPost("", Record).DescribePost<NewPayment, PaymentBody>("record_payment", "Records a payment for invoices of one customer; what is left over is the customer's credit", StatusCodes.Status201Created, 404);
        payments.MapGet("/{id}", Get).DescribeOne<PaymentBody>("get_payment", "A payment");
        payments.MapDelete("/{id}", Reverse).DescribeDelete("delete_payment", "Reverses a payment recorded by mistake; it stays to be read", 422);
        payments.MapPost("/{id}/refund", Refund).DescribePost<NewRefund, PaymentBody>("refund_payment", "Gives a payment back, whole or in part", StatusCodes.Status200OK, 404);
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) =>
        Query.Page(http, async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(), PaymentBody.Of);

    static ListPayments Read(RestAsked asked) => new(asked.Text("search"), asked.One<PaymentStatus>("status"), asked.One<PaymentMethod>("method"), asked.After?.ToPageKey(), asked.Limit)
    {
        Currency = asked.One<Currency>("currency"),
        Received = asked.Range<DateOnly>("received_on"),
        Amount = asked.Range<decimal>("amount"),
        OldestFirst = !asked.Descending,
    };

    static Task<IResult> Record(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) => RestBody.With<NewPayment>(request, async body =>
    {
        var command = new RecordPayment(
            time.New<PaymentId>().Value, body.ReceivedOn ?? await dispatcher.Today(time, ct), new(body.Amount, body.Currency), body.Method, [.. body.Invoices.Select(i => new PaymentFor(i.InvoiceId, i.Amount))])
        {
            Reference = body.Reference,
            Note = body.Note,
        };
        var made = await dispatcher.Send(command, ct);
        return made.Error is { } refused ? refused.ToRestProblem(("Date", "/received_on")) : await Show(made.OrThrow(), dispatcher, StatusCodes.Status201Created, ct);
    });

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<PaymentId>(id, payment => Show(payment, dispatcher, StatusCodes.Status200OK, ct));

    static Task<IResult> Reverse(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<PaymentId>(id, async payment =>
        (await dispatcher.Send(new ReversePayment(payment, Reason), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToRestProblem()));

    static Task<IResult> Refund(string id, HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) => RestBody.With<NewRefund>(request, async body =>
    {
        if (!Ids.TryParse<PaymentId>(id, out var payment)) return ApiErrors.NotFound.ToRestProblem();
        var found = await dispatcher.Ask(new GetPayment(payment), ct);
        if (found.Error is { } missing) return missing.ToRestProblem();
        var row = found.OrThrow().Row;
        var command = new RefundPayment(payment, time.New<PaymentId>().Value, body.RefundedOn ?? await dispatcher.Today(time, ct), body.Amount ?? row.Amount.Amount - row.Refunded, body.Reason);
        var done = await dispatcher.Send(command, ct);
        return done.Error is { } refused ? refused.ToRestProblem(("Date", "/refunded_on")) : await Show(payment, dispatcher, StatusCodes.Status200OK, ct);
    });

    static async Task<IResult> Show(PaymentId id, IDispatcher dispatcher, int status, CancellationToken ct) => (await dispatcher.Ask(new GetPayment(id), ct)).Match<IResult>(
        found => new RestAnswer<PaymentBody>(PaymentBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/payments/{id}" : null },
        error => error.ToRestProblem());

    /// <summary>Without an amount an invoice gets as much as is open, the oldest first. Without a day it came today.</summary>
    sealed record NewPayment(
        decimal Amount, Currency Currency, PaymentMethod Method, IReadOnlyList<NewPart> Invoices, DateOnly? ReceivedOn = null, string? Reference = null, string? Note = null);

    sealed record NewPart(InvoiceId InvoiceId, decimal? Amount = null);

    /// <summary>Without an amount all that is left goes back.</summary>
    sealed record NewRefund(string Reason, decimal? Amount = null, DateOnly? RefundedOn = null);
}
