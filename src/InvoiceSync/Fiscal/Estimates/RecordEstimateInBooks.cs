using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Records what came of making a pro-forma in a provider's books, and queues what follows: another try, or asking what came of it.</summary>
[Requires("fiscal.file")]
sealed record RecordEstimateInBooks(EstimateId Estimate, SubmitAnswer Answer, TenantMode Mode) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, FiscalPace pace, TimeProvider time) : IHandle<RecordEstimateInBooks, Done>
    {
        public async Task<Done> Handle(RecordEstimateInBooks command, CancellationToken ct)
        {
            var row = await db.EstimateThere(command.Estimate, ct);
            if (Record(row, command) is { } wait) db.Pending.Add(row.TenantId, new MakeEstimateInBooks(command.Estimate), command.Estimate.ToString(), time.GetUtcNow() + wait);
            return default;
        }

        TimeSpan? Record(EstimateInBooks row, RecordEstimateInBooks command)
        {
            switch (command.Answer)
            {
                case SubmitAnswer.Received(var number, _):
                    row.Made(number);
                    return null;
                case SubmitAnswer.Rejected(_, var errors):
                    row.Refuse(string.Join(' ', errors));
                    return null;
                case SubmitAnswer.InDoubt(var why):
                    row.Waiting(why);
                    return pace.BooksLag(command.Mode);
                case SubmitAnswer.Denied(var why):
                    row.NotMade(why);
                    return pace.BeforeLookingForPerson(command.Mode);
                case SubmitAnswer.Limited(var after):
                    row.NotMade(null);
                    return after ?? pace.BeforeRetry(command.Mode);
                case SubmitAnswer.NotSent(var why):
                    row.NotMade(why);
                    return pace.BeforeRetry(command.Mode);
                default:
                    throw new InvalidOperationException($"Unknown answer {command.Answer}.");
            }
        }
    }
}
