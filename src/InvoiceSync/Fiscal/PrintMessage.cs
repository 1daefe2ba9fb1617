using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Has the authority print a received invoice, once, and keeps the PDF. It is a picture: the XML with its seal stays the original.</summary>
[Requires("fiscal.file")]
public sealed record PrintMessage(MailboxMessageId Message) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, MailboxDoor mailbox) : IHandle<PrintMessage, Done>
    {
        public async Task<Done> Handle(PrintMessage command, CancellationToken ct)
        {
            var seen = (await dispatcher.Ask(new GetMailboxMessage(command.Message), ct)).OrThrow();
            if (seen.Files.Contains(MailboxFormat.Pdf)) return default;
            Rule.Require(seen.Row.Kind is FiscalMessageKind.Received or FiscalMessageKind.Sent && seen.Files.Contains(MailboxFormat.Xml), MailboxErrors.NotPrintable);
            var document = (await dispatcher.Ask(new GetMailboxFile(command.Message, MailboxFormat.Xml), ct)).OrThrow();
            var mode = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().Mode;
            return await mailbox.Authority.Print(mailbox.PublicHost(mode), document.Bytes, ct) switch
            {
                PaperPrint.Pdf(var pdf) => (await dispatcher.Send(new KeepPrint(command.Message, pdf.ToArray()), ct)).OrThrow(),
                PaperPrint.Refused(var errors) => throw new RuleBrokenException(MailboxErrors.NotPrintable with { Message = $"{MailboxErrors.NotPrintable.Message} {string.Join(' ', errors)}" }),
                PaperPrint.Unavailable(var why) => throw new RuleBrokenException(FilingErrors.Away(why)),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
        }
    }
}
