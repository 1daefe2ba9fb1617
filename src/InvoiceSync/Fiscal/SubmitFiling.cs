using System.Security.Cryptography;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;
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

            var document = (await dispatcher.Ask(new GetInvoice(filing.Invoice), ct)).OrThrow().Document;
            // What may be with the authority already is asked about, whatever today's rules say of it.
            if (!filing.MayBeSent && DocumentRules.Check(document) is { Count: > 0 } broken)
                return (await dispatcher.Send(new RefuseFiling(filing.Id, [.. broken.Select(Problem)]), ct)).OrThrow();

            var (account, mode) = await Account(filing, ct);
            var xml = UblWriter.ToBytes(document);
            if (!filing.MayBeSent && schemas.Faults(xml) is { Count: > 0 } faults)
                return (await dispatcher.Send(new RefuseFiling(filing.Id, [.. faults.Select(Fault)]), ct)).OrThrow();
            var begin = new BeginSending(filing.Id, xml, Convert.ToHexStringLower(SHA256.HashData(xml)));
            if (!(await dispatcher.Send(begin, ct)).OrThrow()) return default;

            var submission = new FiscalSubmission(xml, UblWriter.IsForConsumer(document), false, false, document.Type == DocumentType.CreditNote ? FiscalStandard.CreditNote : FiscalStandard.Invoice);
            var answer = await door.Provider.Submit(account, submission, ct);
            if (answer is SubmitAnswer.Denied(var why)) await door.NeedsPerson(who.Caller, why, ct);
            return (await dispatcher.Send(new RecordSubmission(filing.Id, answer, mode), ct)).OrThrow();
        }

        async Task<(FiscalAccount, Tenancy.TenantMode)> Account(GetFilingWork.View filing, CancellationToken ct)
        {
            try
            {
                return await door.Account(who.Caller, ct);
            }
            catch (RuleBrokenException missing)
            {
                var next = time.GetUtcNow() + pace.BeforeLookingForPerson(Tenancy.TenantMode.Practice);
                await dispatcher.Send(new NoteFilingWaits(filing.Id, missing.Error.Message, next), ct);
                throw;
            }
        }

        static StoredProblem Fault(string fault) => new("UBL-XSD", null, RuleKeys.XmlBroken, null, fault);

        static StoredProblem Problem(Broken broken) => new(broken.Rule, broken.Field, broken.Key, broken.Detail, "");
    }
}
