using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Records what came of sending, and queues what follows from it: asking for the verdict, asking whether it arrived, or sending later.</summary>
[Requires("fiscal.file")]
sealed record RecordSubmission(FilingId Filing, SubmitAnswer Answer, TenantMode Mode) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, FiscalPace pace, TimeProvider time) : IHandle<RecordSubmission, Done>
    {
        public async Task<Done> Handle(RecordSubmission command, CancellationToken ct)
        {
            var filing = Rule.Found(await db.Filings.SingleOrDefaultAsync(f => f.Id == command.Filing, ct), FilingErrors.NotFound);
            var (mode, now) = (command.Mode, time.GetUtcNow());
            switch (command.Answer)
            {
                case SubmitAnswer.Received(var index, _):
                    filing.Received(index, now);
                    db.Pending.Add(filing.TenantId, new PollFiling(filing.Id), filing.Id.ToString(), now + pace.BeforeAsk(mode, 0));
                    break;
                case SubmitAnswer.InDoubt(var why):
                    filing.InDoubt(why, now);
                    db.Pending.Add(filing.TenantId, new ReconcileFiling(filing.Id), filing.Id.ToString(), now + pace.BeforeAsk(mode, 0));
                    break;
                case SubmitAnswer.Rejected(RejectionKind.FixData, var errors):
                    filing.Refused(Problems.Of(errors), now);
                    break;
                case SubmitAnswer.Rejected(var kind, var errors):
                    Later(filing, string.Join(' ', errors), kind == RejectionKind.Technical ? pace.BeforeRetry(mode) : pace.BeforeLookingForPerson(mode), now);
                    break;
                case SubmitAnswer.Denied(var why):
                    Later(filing, why, pace.BeforeLookingForPerson(mode), now);
                    break;
                case SubmitAnswer.Limited(var after):
                    Later(filing, "ANAF asks us to slow down.", after ?? pace.BeforeRetry(mode), now);
                    break;
                case SubmitAnswer.NotSent(var why):
                    Later(filing, why, pace.BeforeRetry(mode), now);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown answer {command.Answer}.");
            }

            return default;
        }

        void Later(Filing filing, string why, TimeSpan wait, DateTimeOffset now)
        {
            filing.NotSent(why, now + wait, now);
            db.Pending.Add(filing.TenantId, new SubmitFiling(filing.Id), filing.Id.ToString(), now + wait);
        }
    }
}
