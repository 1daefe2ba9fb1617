using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Asks the authority for its verdict on a sent filing, and asks again later until there is one.</summary>
[Requires("fiscal.file")]
public sealed record PollFiling(FilingId Filing) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, FiscalPace pace, TimeProvider time) : IHandle<PollFiling, Done>
    {
        // A few silent tries are nothing a person wants to read about.
        const int Patience = 4;

        public async Task<Done> Handle(PollFiling command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFilingWork(command.Filing), ct)).OrThrow();
            if (filing is not { State: FilingState.Sent, Index: { } index }) return default;

            var desk = filing.On(await door.Open(filing.Provider, who.Caller, ct));
            var mode = desk.Mode;
            switch (await desk.Provider.Status(desk.Account, index, ct))
            {
                case StatusAnswer.Accepted accepted:
                    return (await dispatcher.Send(new AcceptFiling(filing.Id, accepted.DownloadId, await Remark(filing, desk, accepted, ct)), ct)).OrThrow();
                case StatusAnswer.Refused(var download):
                    return await Explain(filing, desk, download, ct);
                case StatusAnswer.NotTakenIn:
                    return (await dispatcher.Send(new RefuseFiling(filing.Id, Problems.Of(["XML cu erori nepreluat de sistem"])), ct)).OrThrow();
                case StatusAnswer.Denied(var why):
                    await door.NeedsPerson(who.Caller, why, ct, filing.Provider);
                    return await Later(filing, why, pace.BeforeLookingForPerson(mode), ct);
                case StatusAnswer.Limited(FiscalLimit.Day, _):
                    return await Later(filing, $"{desk.Provider.Title} answers no more questions about it today.", TimeSpan.FromHours(6), ct);
                case StatusAnswer.Unknown(var text):
                    return await Later(filing, filing.Asked < Patience ? null : text, pace.BeforeAsk(mode, filing.Asked), ct);
                case StatusAnswer.Unavailable(var why):
                    return await Later(filing, filing.Asked < Patience ? null : why, pace.BeforeAsk(mode, filing.Asked), ct);
                case StatusAnswer.Processing:
                    return await Later(filing, null, pace.BeforeAsk(mode, filing.Asked), ct, isProcessing: true);
                default:
                    return await Later(filing, null, pace.BeforeAsk(mode, filing.Asked), ct);
            }
        }

        async Task<Done> Explain(GetFilingWork.View filing, FiscalDesk desk, string download, CancellationToken ct)
        {
            var mode = desk.Mode;
            var receipt = await desk.Provider.Download(desk.Account, download, ct);
            // Gone after 60 days: the reasons will never come, the refusal stands.
            if (receipt is ReceiptAnswer.Expired(var gone)) return (await dispatcher.Send(new RefuseFiling(filing.Id, Problems.Of([gone])), ct)).OrThrow();
            if (receipt is not ReceiptAnswer.Zip zip)
                return await Later(filing, "Refused; the reasons are being fetched.", pace.BeforeAsk(mode, filing.Asked), ct);
            // The verdict of the index we follow cannot point at itself: that would be followed for ever.
            if (zip.DuplicateOf is { } twin && twin != filing.Index)
                return (await dispatcher.Send(new AdoptFiling(filing.Id, twin, time.GetUtcNow() + pace.BeforeAsk(mode, 0)), ct)).OrThrow();
            return (await dispatcher.Send(new RefuseFiling(filing.Id, Problems.Of(zip.Errors), zip.Bytes.ToArray()), ct)).OrThrow();
        }

        // A provider that reckons itself may round otherwise: a person should know that the two differ.
        async Task<string?> Remark(GetFilingWork.View filing, FiscalDesk desk, StatusAnswer.Accepted accepted, CancellationToken ct)
        {
            if (desk.Provider is not IFiscalBooks) return null;
            var ours = accepted.Total is null ? null : (await dispatcher.Ask(new GetInvoice(filing.Invoice), ct)).OrThrow().Document;
            return ours is null || accepted.Total == ours.Owed
                ? $"Made by {desk.Provider.Title} as {filing.Index}."
                : $"Made by {desk.Provider.Title} as {filing.Index}, over {accepted.Total:0.00} there and {ours.Owed:0.00} here: look at both.";
        }

        async Task<Done> Later(GetFilingWork.View filing, string? why, TimeSpan wait, CancellationToken ct, bool isProcessing = false) =>
            (await dispatcher.Send(new NoteFilingWaits(filing.Id, why, time.GetUtcNow() + wait, new PollFiling(filing.Id), isProcessing), ct)).OrThrow();
    }
}
