using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/invoices/{id}/attachments: the files that go with an invoice. They are added and taken away while it is a draft.</summary>
static class AttachmentsApi
{
    // In Base64, and some room for the name.
    const int LargestBody = AttachFile.Largest / 3 * 4 + (64 << 10);

    public static void MapAttachmentsApi(this RouteGroupBuilder v1)
    {
        var files = v1.MapGroup("/invoices/{id}/attachments").WithTags("Invoices");
        files.MapGet("", List).WithMetadata(new RestOneQuery(null)).Describe<Rows>("list_attachments", "The files that go with an invoice, oldest first", 400, 404);
        files.MapPost("", Add).DescribePost<NewAttachment, Row>("add_attachment", "Puts a file to a draft: PDF, PNG, JPEG, CSV, XLSX or ODS, at most 5 MB, ten and 10 MB in all", StatusCodes.Status201Created, 404, 413).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        files.MapGet("/{attachment}", Read).WithMetadata(new RestOneQuery(null)).DescribeFile("read_attachment", "A file that goes with an invoice", "application/octet-stream");
        files.MapDelete("/{attachment}", Remove).DescribeDelete("remove_attachment", "Takes a file from a draft", 409);
    }

    static Task<IResult> List(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<InvoiceId>(id, async invoice =>
        (await dispatcher.Ask(new ListAttachments(invoice), ct)).Match<IResult>(
            rows => new RestAnswer<Rows>(new([.. rows.Select(row => Row.Of(invoice, row))])),
            error => error.ToRestProblem()));

    static Task<IResult> Add(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<InvoiceId>(id, draft => RestBody.With<NewAttachment>(request, async body =>
    {
        var added = await dispatcher.Send(new AttachFile(draft, body.Name, body.Content), ct);
        if (added.Error is { } refused) return await Refuse(refused, draft, dispatcher, ct);
        var row = (await dispatcher.Ask(new ListAttachments(draft), ct)).OrThrow().Single(r => r.Id == added.OrThrow());
        return new RestAnswer<Row>(Row.Of(draft, row), status: StatusCodes.Status201Created) { Location = Row.Of(draft, row).Links.Self };
    }));

    static Task<IResult> Read(string id, string attachment, HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Named(id, attachment, async (invoice, file) =>
        (await dispatcher.Ask(new ReadAttachment(file) { Invoice = invoice }, ct)).Match<IResult>(read => AttachmentFiles.Answer(read, http), error => error.ToRestProblem()));

    static Task<IResult> Remove(string id, string attachment, IDispatcher dispatcher, CancellationToken ct) => Named(id, attachment, async (draft, file) =>
    {
        var there = await dispatcher.Ask(new ListAttachments(draft), ct);
        if (there.Error is { } unseen) return unseen.ToRestProblem();
        if (there.OrThrow().All(row => row.Id != file)) return ApiErrors.NotFound.ToRestProblem();
        var removed = await dispatcher.Send(new RemoveAttachment(file), ct);
        return removed.Error is { } refused ? await Refuse(refused, draft, dispatcher, ct) : TypedResults.NoContent();
    });

    static Task<IResult> Named(string id, string attachment, Func<InvoiceId, AttachmentId, Task<IResult>> then) =>
        RestId.Named<InvoiceId>(id, invoice => RestId.Named<AttachmentId>(attachment, file => then(invoice, file)));

    // An issued invoice is there, only its files no longer change: that is another answer than nothing.
    static async Task<IResult> Refuse(Error error, InvoiceId id, IDispatcher dispatcher, CancellationToken ct) =>
        error.Kind == ErrorKind.NotFound && (await dispatcher.Ask(new SeeInvoice(id), ct)).IsOk ? InvoiceRefusals.AlreadyIssued.ToRestProblem() : error.ToRestProblem();

    /// <summary>Content in Base64. What kind of file it is is told by its bytes; the ending of the name has to agree.</summary>
    sealed record NewAttachment(string Name, byte[] Content);

    sealed record Rows(IReadOnlyList<Row> Data);

    /// <summary>Size in bytes. Self of Links is the file itself.</summary>
    sealed record Row(string Id, string Name, string MediaType, int Size, DateTimeOffset CreatedAt, Addresses Links)
    {
        public static Row Of(InvoiceId invoice, ListAttachments.Row row) => new(
            row.Id.ToString(), row.Name, row.Kind.MediaType(), row.Size, row.AddedAt.ToUniversalTime(), new($"{RestV1.Root}/invoices/{invoice}/attachments/{row.Id}"));
    }

    sealed record Addresses(string Self);
}
