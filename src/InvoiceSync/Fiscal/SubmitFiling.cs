using System.Security.Cryptography;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Sends one intended filing. The XML and the intention to send it are committed first; whatever then happens to this
/// process, the next one knows a call may have been made and asks instead of sending.
/// </summary>
[Requires("fiscal.file")]
public sealed record SubmitFiling(FilingId Filing) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, FiscalPace pace, UblSchemas schemas, TimeProvider time) : IHandle<SubmitFiling, Done>
    {
        public async Task<Done> Handle(SubmitFiling command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFilingWork(command.Filing), ct)).OrThrow();
            if (filing.State != FilingState.Intended) return default;
            // What wakes all filings wakes the held ones too.
            if (!filing.MayBeSent && filing.HeldUntil - time.GetUtcNow() is { Ticks: > 0 } rest) return await Later(filing, null, rest, ct);

            var invoice = (await dispatcher.Ask(new GetInvoice(filing.Invoice), ct)).OrThrow();
            var document = invoice.Document;
            // What may be with the authority already is asked about, whatever today's rules say of it.
            if (!filing.MayBeSent && DocumentRules.Check(document) is { Count: > 0 } broken)
                return (await dispatcher.Send(new RefuseFiling(filing.Id, [.. broken.Select(Problem)]), ct)).OrThrow();

            var desk = await Open(filing, ct);
            var xml = UblWriter.ToBytes(document);
            if (!filing.MayBeSent && WrittenXml.Problems(xml, schemas) is { Count: > 0 } problems)
                return (await dispatcher.Send(new RefuseFiling(filing.Id, problems), ct)).OrThrow();

            var (reverses, wait) = desk.Provider is IFiscalBooks && !filing.MayBeSent ? await Reversed(filing, invoice, ct) : default;
            if (wait is not null) return await Later(filing, wait, pace.BeforeRetry(desk.Mode), ct);
            string? mark = null;
            if (desk.Provider is IFiscalBooks books && !filing.MayBeSent)
            {
                var series = desk.Account.SeriesFor(reverses);
                var claimed = await dispatcher.Send(new ClaimSeries(filing.Id, books.Gate(series)), ct);
                // A conflict is a claim that came second by a hair.
                if (claimed.Error is { Kind: not ErrorKind.Conflict }) claimed.OrThrow();
                if (!claimed.IsOk) return await Later(filing, null, pace.BeforeTurn(desk.Mode), ct);
                if (claimed.OrThrow() is { IsOurs: false } taken)
                    return await Later(filing, taken.Why, taken.HeldBy is null ? pace.BeforeTurn(desk.Mode) : pace.BeforeRetry(desk.Mode), ct, taken.HeldBy);
                var next = await books.Next(desk.Account, series, ct);
                if (next is BooksAnswer<long>.Denied(var denied)) await door.NeedsPerson(who.Caller, denied, ct, filing.Provider);
                if (next is not BooksAnswer<long>.Found(var number))
                {
                    var (why, pause) = books.NoNumber(next, pace, desk.Mode);
                    return await Later(filing, why, pause, ct);
                }

                mark = number.ToString("D", null);
            }

            var estimate = mark is not null && invoice.Corrects is null ? (await dispatcher.Ask(new NameEstimateOf(filing.Invoice, filing.Provider), ct)).OrThrow() : null;
            var submission = SubmissionFlags.Of(document, xml) with { Document = document, Reverses = reverses, Estimate = estimate };
            var begin = new BeginSending(filing.Id, xml, Convert.ToHexStringLower(SHA256.HashData(xml)), desk.Account.Test, mark, submission.Foreign);
            if (!(await dispatcher.Send(begin, ct)).OrThrow()) return default;

            return await Record(filing, await desk.Provider.Submit(desk.Account, submission, ct), desk, ct);
        }

        async Task<Done> Record(GetFilingWork.View filing, SubmitAnswer answer, FiscalDesk desk, CancellationToken ct)
        {
            if (answer is SubmitAnswer.Denied(var why)) await door.NeedsPerson(who.Caller, why, ct, filing.Provider);
            return (await dispatcher.Send(new RecordSubmission(filing.Id, answer, desk.Mode), ct)).OrThrow();
        }

        async Task<Done> Later(GetFilingWork.View filing, string? why, TimeSpan wait, CancellationToken ct, InvoiceId? ahead = null) =>
            (await dispatcher.Send(new NoteFilingWaits(filing.Id, why, time.GetUtcNow() + wait, new SubmitFiling(filing.Id)) { For = ahead }, ct)).OrThrow();

        // Books that hold the whole invoice reverse it themselves; what is taken back in part, or was filed elsewhere, is a document of its own.
        async Task<(string? Number, string? Wait)> Reversed(GetFilingWork.View filing, GetInvoice.View invoice, CancellationToken ct)
        {
            if (invoice.Corrects is not { } original) return default;
            var whole = (await dispatcher.Ask(new GetInvoice(original), ct)).OrThrow().Document.Owed == -invoice.Document.Owed;
            if (!whole || (await dispatcher.Ask(new GetReversal(original), ct)).OrThrow() is not { } there || there.Provider != filing.Provider) return default;
            return there.State switch
            {
                FilingState.Accepted => (there.Number, null),
                FilingState.Refused or FilingState.Stopped or FilingState.Kept => default,
                _ => (null, "It waits for the invoice that it takes back."),
            };
        }

        async Task<FiscalDesk> Open(GetFilingWork.View filing, CancellationToken ct)
        {
            try
            {
                return await door.Open(filing.Provider, who.Caller, ct);
            }
            catch (RuleBrokenException missing)
            {
                var next = time.GetUtcNow() + pace.BeforeLookingForPerson(Tenancy.TenantMode.Practice);
                await dispatcher.Send(new NoteFilingWaits(filing.Id, missing.Error.Message, next), ct);
                throw;
            }
        }

        static StoredProblem Problem(Broken broken) => new(broken.Rule, broken.Field, broken.Key, broken.Detail, "");
    }
}
