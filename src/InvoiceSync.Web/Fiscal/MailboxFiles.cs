using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/files/mailbox/{msg_…}/xml, /zip and /pdf: what others sent by the authority, as downloads.</summary>
static class MailboxFiles
{
    public static void MapMailboxFiles(this WebApplication app) =>
        app.MapGet("/files/mailbox/{message}/{format:regex(^(xml|zip|pdf)$)}", Download).RequireAuthorization("fiscal.file").ExcludeFromDescription();

    static async Task<IResult> Download(string message, string format, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<MailboxMessageId>(message, out var id)) return Results.NotFound();
        var answer = await dispatcher.Ask(new GetMailboxFile(id, Enum.Parse<MailboxFormat>(format, ignoreCase: true)), ct);
        return answer.Match(file => Results.File(file.Bytes, file.ContentType, file.Name), _ => Results.NotFound());
    }
}
