using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/v1/invoices/{id}/filing: how an invoice stands where it is filed, and what is done about it in SmartBill.</summary>
static class FilingApi
{
    const string Unsure = "books.step_unsure";

    public static void MapFilingApi(this RouteGroupBuilder v1)
    {
        var filing = v1.MapGroup("/invoices/{id}/filing").WithTags("Fiscal");
        filing.MapGet("", Get).DescribeOne<FilingBody>("get_filing", "How an invoice stands where it is filed");
        filing.MapPost("/draft", Draft).DescribeAct<FilingBody>("draft_in_books", "Writes an invoice that has no number yet as a draft in SmartBill", 503);
        filing.MapPost("/read", Read).DescribeAct<FilingBody>("read_books", "Reads from SmartBill what the invoice comes to and what is paid there", 503);
        filing.MapStep("/cancel", BooksStep.Cancel, "cancel_in_books", "Cancels an invoice in SmartBill that neither ANAF nor the customer has; 202: the answer was lost, settle-change says");
        filing.MapStep("/restore", BooksStep.Restore, "restore_in_books", "Restores an invoice that was cancelled in SmartBill; 202: the answer was lost, settle-change says");
        filing.MapStep("/delete", BooksStep.Delete, "delete_in_books", "Deletes the last invoice of its series from SmartBill; 202: the answer was lost, settle-change says");
        filing.MapPost("/settle", Settle).DescribePost<MadeUnder, FilingBody>("settle_filing", "Says of a filing in doubt which number SmartBill gave it, or with null that it was not made and is sent again", StatusCodes.Status200OK, 404);
        filing.MapPost("/settle-change", SettleStep).DescribePost<Word, FilingBody>("settle_change", "Says of a change in SmartBill whose answer was lost whether it was done", StatusCodes.Status200OK, 404);
        filing.MapPost("/payments/{number:int}/settle", SettlePayment).DescribePost<Word, FilingBody>("settle_payment", "Says of a payment that SmartBill shows otherwise whether it was done there", StatusCodes.Status200OK, 404);
        filing.MapPost("/payments/{number:int}/tell-again", TellAgain).DescribeAct<FilingBody>("tell_payment_again", "Tells SmartBill again of a payment it refused");
    }

    static void MapStep(this RouteGroupBuilder filing, string address, BooksStep step, string name, string summary) => filing
        .MapPost(address, (string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Change(id, step, request, dispatcher, ct))
        .DescribePost<Why, FilingBody>(name, summary, StatusCodes.Status200OK, 404, 503).Produces<FilingBody>(StatusCodes.Status202Accepted);

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<InvoiceId>(id, invoice => Show(invoice, dispatcher, ct));

    static Task<IResult> Draft(string id, IDispatcher dispatcher, CancellationToken ct) => Act(id, invoice => new DraftInBooks(invoice), dispatcher, ct);

    static Task<IResult> Read(string id, IDispatcher dispatcher, CancellationToken ct) => Act(id, invoice => new ReadBalance(invoice), dispatcher, ct);

    static Task<IResult> TellAgain(string id, int number, IDispatcher dispatcher, CancellationToken ct) => Act(id, invoice => new TellAgain(invoice, number), dispatcher, ct);

    static Task<IResult> Settle(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        RestBody.With<MadeUnder>(request, body => Act(id, invoice => new SettleFiling(invoice, body.LegalNumber), dispatcher, ct));

    static Task<IResult> SettleStep(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        RestBody.With<Word>(request, body => Act(id, invoice => new SettleBooksStep(invoice, body.Done), dispatcher, ct));

    static Task<IResult> SettlePayment(string id, int number, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        RestBody.With<Word>(request, body => Act(id, invoice => new SettleTelling(invoice, number, body.Done), dispatcher, ct));

    static Task<IResult> Act(string id, Func<InvoiceId, ICommand<Done>> command, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<InvoiceId>(id, async invoice =>
        (await dispatcher.Send(command(invoice), ct)).Error is { } refused ? refused.ToRestProblem(("Number", "/legal_number")) : await Show(invoice, dispatcher, ct));

    // A lost answer is no refusal that a program may simply try again: it is told as what it is, and kept for who repeats the request.
    static Task<IResult> Change(string id, BooksStep step, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<Why>(request, body => RestId.Named<InvoiceId>(id, async invoice =>
        (await dispatcher.Send(new ChangeInBooks(invoice, step, body.Reason), ct)).Error switch
        {
            null => await Show(invoice, dispatcher, ct),
            { Code: Unsure } => await Show(invoice, dispatcher, ct, StatusCodes.Status202Accepted),
            var refused => refused.ToRestProblem(("Reason", "/reason")),
        }));

    static async Task<IResult> Show(InvoiceId invoice, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        var found = await dispatcher.Ask(new GetInvoice(invoice), ct);
        if (found.Error is { } unseen) return unseen.ToRestProblem();
        if ((await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow() is not { } filing) return ApiErrors.NotFound.ToRestProblem();
        var told = (await dispatcher.Ask(new GetPaymentsTold(invoice), ct)).OrThrow();
        return new RestAnswer<FilingBody>(FilingBody.Of(invoice, found.OrThrow().Document.Currency, filing, told), status: status);
    }

    /// <summary>Why, at most 200 characters, for the activity.</summary>
    sealed record Why(string Reason);

    /// <summary>As printed there, without the series; null: it was not made.</summary>
    sealed record MadeUnder(string? LegalNumber);

    sealed record Word(bool Done);
}
