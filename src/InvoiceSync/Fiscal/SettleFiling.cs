using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>A person's word on a filing in doubt: it was made under this number, as printed; or, with null, it was not made and is sent again.</summary>
[Requires("fiscal.file")]
[StepUp]
public sealed record SettleFiling(InvoiceId Invoice, string? Number) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SettleFiling, Done>
    {
        public async Task<Done> Handle(SettleFiling command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var filing = await db.FoundFiling(command.Invoice, ct);
            Rule.Require(filing is { State: FilingState.Unknown, Latest.Candidate: not null }, FilingErrors.NotInDoubt);
            var (now, candidate) = (time.GetUtcNow(), filing.Latest.Candidate!);
            if (command.Number?.Trim() is { } number)
            {
                Rule.Require(number.Length is > 0 and <= 20 && number.All(char.IsAsciiDigit), FilingErrors.NumberInvalid);
                var series = candidate[..(candidate.LastIndexOf(' ') + 1)];
                var index = series + number;
                // 178 and 0178 are one number: a person may leave out the zeros that it is printed with.
                var alike = await db.Filings.Where(f => f.Provider == filing.Provider && f.LegalNumber!.StartsWith(series) && f.LegalNumber.EndsWith(number.TrimStart('0'))).Select(f => f.LegalNumber!).ToListAsync(ct);
                Rule.Require(!alike.Exists(taken => taken[series.Length..].TrimStart('0') == number.TrimStart('0')), FilingErrors.NumberTaken);
                filing.Received(index, now, isNumber: true);
                db.Pending.Add(filing.TenantId, new PollFiling(filing.Id), filing.Id.ToString(), now);
            }
            else
            {
                filing.NotSent("A person looked there: it was not made.", now, now);
                db.Pending.Add(filing.TenantId, new SubmitFiling(filing.Id), filing.Id.ToString(), now);
            }

            db.Note(new("filing.settled", "invoice", command.Invoice.ToString())
            {
                Details = new Dictionary<string, string> { ["candidate"] = candidate, ["number"] = filing.LegalNumber ?? "" },
            });
            return default;
        }
    }
}
