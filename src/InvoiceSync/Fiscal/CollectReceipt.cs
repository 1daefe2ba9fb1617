using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Fetches the sealed receipt of an accepted invoice, once, and archives it: the authority forgets it after 60 days.</summary>
[Requires("fiscal.file")]
public sealed record CollectReceipt(FilingId Filing) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<CollectReceipt, Done>
    {
        public async Task<Done> Handle(CollectReceipt command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFilingWork(command.Filing), ct)).OrThrow();
            if (filing is not { State: FilingState.Accepted, DownloadId: { } download }) return default;

            var desk = filing.On(await door.Open(filing.Provider, who.Caller, ct));
            switch (await desk.Provider.Download(desk.Account, download, ct))
            {
                case ReceiptAnswer.Pdf pdf:
                    return (await dispatcher.Send(new KeepReceipt(filing.Id, pdf.Bytes.ToArray(), null, FilingFile.Pdf), ct)).OrThrow();
                case ReceiptAnswer.OwnPrint:
                    var print = (await dispatcher.Send(new PrintInvoice(filing.Invoice), ct)).OrThrow();
                    return (await dispatcher.Send(new KeepReceipt(filing.Id, print.Pdf, null, FilingFile.Pdf), ct)).OrThrow();
                case ReceiptAnswer.Zip zip:
                    return (await dispatcher.Send(new KeepReceipt(filing.Id, zip.Bytes.ToArray(), null), ct)).OrThrow();
                case ReceiptAnswer.Expired(var text):
                    return (await dispatcher.Send(new KeepReceipt(filing.Id, null, text), ct)).OrThrow();
                case ReceiptAnswer.Denied(var why):
                    await door.NeedsPerson(who.Caller, why, ct, filing.Provider);
                    throw new RuleBrokenException(FilingErrors.Reconnect(why));
                case var other:
                    throw new RuleBrokenException(FilingErrors.Away($"The receipt could not be fetched: {other}"));
            }
        }
    }
}
