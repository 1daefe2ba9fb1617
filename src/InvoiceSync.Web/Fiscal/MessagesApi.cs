using System.Collections.Frozen;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/v1/fiscal/messages: the authority's mailbox, with invoices received and what buyers wrote.</summary>
static class MessagesApi
{
    static readonly FrozenDictionary<string, FiscalMessageKind> Kinds = WireNames.Of<FiscalMessageKind>();
    static readonly FrozenDictionary<string, MailboxFormat> Formats = WireNames.Of<MailboxFormat>();

    static readonly RestList Query = RestList.Sorted("-created_at")
        .OneOf("kind", Kinds, "What the message tells.")
        .YesOrNo("unread", "Only those nobody has read.")
        .Text("search", 100, "How the sender's name or tax id, the invoice's number or the index begins.")
        .Times("created_at", "When the authority made it.");

    public static void MapMessagesApi(this RouteGroupBuilder v1)
    {
        var messages = v1.MapGroup("/fiscal/messages").WithTags("Fiscal");
        messages.MapGet("", List).DescribeList<MessageBody>("list_fiscal_messages", "The authority's mailbox, newest first", Query);
        messages.MapGet("/{id}", Get).DescribeOne<MessageBody>("get_fiscal_message", "A message of the authority's mailbox");
        messages.MapGet("/{id}/files/{format}", Read).WithMetadata(new RestOneQuery(null)).DescribeFile("read_fiscal_message", "A file of a message: zip is the sealed archive, xml the document in it, pdf its print", "application/zip", "application/xml", "application/pdf");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) =>
        Query.Page(http, async asked => (await dispatcher.Ask(Asked(asked), ct)).ToRest(), MessageBody.Of);

    static ListMailbox Asked(RestAsked asked) => new(asked.One<FiscalMessageKind>("kind"), asked.One<bool>("unread") == true, asked.Text("search"), asked.After?.ToPageKey(), asked.Limit)
    {
        Created = asked.Range<DateTimeOffset>("created_at"),
        OldestFirst = !asked.Descending,
    };

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<MailboxMessageId>(id, async message =>
        (await dispatcher.Ask(new GetMailboxMessage(message), ct)).Match<IResult>(found => new RestAnswer<MessageBody>(MessageBody.Of(found.Row)), error => error.ToRestProblem()));

    static Task<IResult> Read(string id, string format, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<MailboxMessageId>(id, async message =>
        !Formats.TryGetValue(format, out var wanted) ? ApiErrors.NotFound.ToRestProblem() : (await dispatcher.Ask(new GetMailboxFile(message, wanted), ct)).Match<IResult>(
            file => TypedResults.File(file.Bytes, file.ContentType, file.Name), error => error.ToRestProblem()));
}
