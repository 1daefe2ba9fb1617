using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/invoices as they are written: a draft is made, changed, deleted, and issued.</summary>
static class InvoiceDraftsApi
{
    public static void MapInvoiceDraftsApi(this RouteGroupBuilder v1)
    {
        var invoices = v1.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapPost("", Create).DescribePost<NewInvoice, InvoiceBody>("create_invoice", "Makes a draft of an invoice", StatusCodes.Status201Created);
        invoices.MapPost("/bulk", Bulk).DescribeBulk("save_invoices", "Makes and changes up to 1,000 drafts at once");
        invoices.MapPut("/{id}", Replace).DescribeChange<NewInvoice, InvoiceBody>("replace_invoice", "Writes a draft anew, all of it");
        invoices.MapPatch("/{id}", Change).DescribeChange<RestChange<NewInvoice>, InvoiceBody>("update_invoice", "Changes the fields of a draft that are sent");
        invoices.MapDelete("/{id}", Delete).DescribeDelete("delete_invoice", "Throws a draft away", 409, 412);
        invoices.MapPost("/{id}/issue", Issue).DescribeAct<InvoiceBody>("issue_invoice", "Issues a draft: it gets its number and never changes again", 503);
    }

    static Task<IResult> Create(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewInvoice>(request, body => Written(body, dispatcher, async draft =>
    {
        var made = await dispatcher.Send(new CreateDraft(draft), ct);
        return made.Error is { } refused ? Refuse(refused) : await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    }, ct));

    static Task<IResult> Replace(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Draft(id, dispatcher, draft =>
        RestBody.With<NewInvoice>(request, body => Save(draft, body, request, dispatcher, ct)), ct);

    static Task<IResult> Change(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Draft(id, dispatcher, draft =>
        RestPatch.With(request, () => Task.FromResult<Result<NewInvoice>>(NewInvoice.Of(draft.Content)), changed => Save(draft, changed, request, dispatcher, ct)), ct);

    static Task<IResult> Delete(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Draft(id, dispatcher, async draft =>
        (await dispatcher.Send(new DeleteDraft(draft.Id) { Version = -RestVersion.Expected(request) }, ct)).Match<IResult>(_ => TypedResults.NoContent(), error => Refuse(error.Preconditioned(request))), ct);

    static async Task<IResult> Issue(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var draft)) return ApiErrors.NotFound.ToRestProblem();
        var issued = await dispatcher.Send(new IssueDraft(draft), ct);
        if (issued.Error is not { } refused) return await Show(draft, dispatcher, ct);
        // The use case tells the first thing to mend; whoever writes a program wants all of them.
        return refused is { Kind: ErrorKind.Invalid, Field: not null } && (await dispatcher.Ask(new PrepareDraft(draft), ct)) is { IsOk: true } ready
            ? RestProblem.Of(InvoiceRefusals.Incomplete, [.. ready.OrThrow().Faults.Select(InvoiceFields.At)])
            : Refuse(refused);
    }

    static Task<IResult> Bulk(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBulk.With<InvoiceId, NewInvoice>(
        request,
        async ids => (await dispatcher.Ask(new GetDrafts(ids), ct)).Match<Result<Dictionary<InvoiceId, RestBulk.Known<NewInvoice>>>>(
            found => found.ToDictionary(d => d.Id, d => new RestBulk.Known<NewInvoice>(NewInvoice.Of(d.Content), d.Version)), error => error),
        items => SaveAll(items, dispatcher, ct));

    static async Task<Result<List<RestBulk.Tried>>> SaveAll(IReadOnlyList<RestBulk.Item<InvoiceId, NewInvoice>> items, IDispatcher dispatcher, CancellationToken ct)
    {
        var read = await InvoiceDrafts.Of([.. items.Select(i => i.Body)], dispatcher, ct);
        if (read.Error is { } refused) return refused;
        var drafts = items.Zip(read.OrThrow()).ToList();
        var saved = await dispatcher.Send(new SaveDrafts([.. drafts.Where(d => d.Second.IsGood).Select(d => new SaveDrafts.Item(d.First.Id, d.Second.Content, d.First.Version))]), ct);
        if (saved.Error is { } unsaved) return unsaved;
        var answers = new Queue<Result<InvoiceId>>(saved.OrThrow());
        return drafts.Select(d => d.Second.IsGood ? RestBulk.Tried.Of(answers.Dequeue(), error => [InvoiceFields.At(error)]) : new(null, InvoiceRefusals.Incomplete, d.Second.Problems)).ToList();
    }

    static Task<IResult> Save(GetDraft.View draft, NewInvoice body, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Written(body, dispatcher, async content =>
    {
        // A version above zero is an issued invoice's, and no draft has it.
        var known = RestVersion.Expected(request) is { } expected ? -expected : draft.Version;
        var saved = await dispatcher.Send(new SaveDraft(draft.Id, content, known), ct);
        return saved.Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(draft.Id, dispatcher, ct);
    }, ct);

    static async Task<IResult> Written(NewInvoice body, IDispatcher dispatcher, Func<DraftContent, Task<IResult>> then, CancellationToken ct)
    {
        var read = await InvoiceDrafts.Of([body], dispatcher, ct);
        if (read.Error is { } refused) return Refuse(refused);
        var only = read.OrThrow()[0];
        return only.IsGood ? await then(only.Content) : RestProblem.Of(InvoiceRefusals.Incomplete, only.Problems);
    }

    // An issued invoice is there, only no longer to be changed: that is another answer than nothing.
    static async Task<IResult> Draft(string id, IDispatcher dispatcher, Func<GetDraft.View, Task<IResult>> then, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var draft = await dispatcher.Ask(new GetDraft(invoice), ct);
        if (draft.IsOk) return await then(draft.OrThrow());
        return draft.Error!.Kind == ErrorKind.NotFound && (await dispatcher.Ask(new SeeInvoice(invoice), ct)).IsOk ? InvoiceRefusals.AlreadyIssued.ToRestProblem() : draft.Error.ToRestProblem();
    }

    static async Task<IResult> Show(InvoiceId id, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) => (await InvoicesApi.Show(id, dispatcher, ct)).Match<IResult>(
        shown => new RestAnswer<InvoiceBody>(shown.Body, shown.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/invoices/{id}" : null },
        error => error.ToRestProblem());

    static ProblemHttpResult Refuse(Error error) => RestProblem.Of(error, error.Field is null ? [] : [InvoiceFields.At(error)]);
}
