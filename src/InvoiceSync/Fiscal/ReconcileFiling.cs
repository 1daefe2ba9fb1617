using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Settles a doubt by asking: looks through the authority's list for our invoice and follows it if it is there. Only when
/// the list has had its time and does not show it did the invoice never arrive, and may be sent.
/// </summary>
[Requires("fiscal.file")]
public sealed record ReconcileFiling(FilingId Filing) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, FiscalPace pace, TimeProvider time) : IHandle<ReconcileFiling, Done>
    {
        // Clocks of the two sides differ: ours may have been an hour ahead when it wrote down the sending, and set right since.
        static readonly TimeSpan Skew = TimeSpan.FromHours(2);

        public async Task<Done> Handle(ReconcileFiling command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFilingWork(command.Filing), ct)).OrThrow();
            if (filing is not { State: FilingState.Unknown, SentAt: { } sentAt, AsksPerson: false }) return default;

            var document = (await dispatcher.Ask(new GetInvoice(filing.Invoice), ct)).OrThrow().Document;
            var desk = filing.On(await door.Open(filing.Provider, who.Caller, ct));
            if (desk.Provider is IFiscalBooks books)
                return await new DoubtInBooks(dispatcher, door, pace, time).Settle(filing, desk, books, document.Owed, who.Caller, ct);
            var mode = desk.Mode;
            // Without a list nothing leaves this house, and doing it again does nothing twice.
            if (desk.Provider is not IFiscalList list)
                return (await dispatcher.Send(new RecordSubmission(filing.Id, new SubmitAnswer.NotSent("It is done again from the beginning."), mode), ct)).OrThrow();

            var asked = time.GetUtcNow();
            var (index, problem) = await Find(list, desk.Account, document.Number, sentAt - Skew, asked, ct);
            if (index is not null)
                return (await dispatcher.Send(new RecordSubmission(filing.Id, new SubmitAnswer.Received(index, asked), mode), ct)).OrThrow();
            if (problem is null && asked >= sentAt + pace.ListLag(mode))
                return (await dispatcher.Send(new RecordSubmission(filing.Id, new SubmitAnswer.NotSent("The authority's list shows that it never arrived."), mode), ct)).OrThrow();

            var next = asked + pace.BeforeAsk(mode, filing.Asked);
            return (await dispatcher.Send(new NoteFilingWaits(filing.Id, problem ?? "Asking the authority whether it arrived.", next, new ReconcileFiling(filing.Id)), ct)).OrThrow();
        }

        // The index of our document in the list, or why the list could not be read whole.
        async Task<(string? Index, string? Problem)> Find(IFiscalList list, FiscalAccount account, string number, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
        {
            for (var page = 1; ; page++)
            {
                switch (await list.Search(account, from, to, page, ct))
                {
                    case SearchAnswer.Found found:
                        foreach (var message in found.Messages.Where(m => m.Kind == FiscalMessageKind.Sent))
                        {
                            var (inside, problem) = await NumberInside(list, account, message, ct);
                            if (problem is not null) return (null, problem);
                            if (inside == number) return (message.Index, null);
                        }

                        if (page >= found.Pages) return (null, null);
                        break;
                    case SearchAnswer.Denied(var why):
                        await door.NeedsPerson(who.Caller, why, ct);
                        return (null, why);
                    case SearchAnswer.Refused(var text):
                        return (null, text);
                    case SearchAnswer.Unavailable(var why):
                        return (null, why);
                    default:
                        return (null, "The authority asks us to slow down.");
                }
            }
        }

        async Task<(string? Number, string? Problem)> NumberInside(IFiscalList list, FiscalAccount account, FiscalMessage message, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new GetSeenNumber(message.Id, message.Index), ct)).OrThrow() is { } known) return (known, null);

            var receipt = await list.Download(account, message.Id, ct);
            if (receipt is not ReceiptAnswer.Zip zip) return (null, "The authority's list could not be read whole.");
            var number = InvoiceNumber.In(zip.DocumentXml) ?? "";
            (await dispatcher.Send(new KeepSeenNumber(message.Id, message.Index, number), ct)).OrThrow();
            return (number, null);
        }
    }
}
