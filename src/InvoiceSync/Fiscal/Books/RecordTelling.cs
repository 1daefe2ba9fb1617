using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Records what came of telling a provider's books of a payment, and queues what follows: the next one, another try, or asking what came of it.</summary>
[Requires("fiscal.file")]
sealed record RecordTelling(InvoiceId Invoice, int Number, BooksChange Change, TenantMode Mode) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, FiscalPace pace, TimeProvider time) : IHandle<RecordTelling, Done>
    {
        public async Task<Done> Handle(RecordTelling command, CancellationToken ct)
        {
            var told = await db.FoundTold(command.Invoice, ct);
            var wait = Record(told, command);
            if (wait is { } pause) db.Pending.Add(told.TenantId, new TellPayments(command.Invoice), command.Invoice.ToString(), time.GetUtcNow() + pause);
            return default;
        }

        TimeSpan? Record(PaymentsTold told, RecordTelling command)
        {
            switch (command.Change)
            {
                case BooksChange.Made:
                    told.Settle(command.Number, isDone: true);
                    return TimeSpan.Zero;
                case BooksChange.Refused(var text):
                    told.Refuse(command.Number, text);
                    return null;
                case BooksChange.InDoubt(var why):
                    told.Waits(command.Number, why);
                    return pace.BooksLag(command.Mode);
                case BooksChange.Denied(var why):
                    told.Settle(command.Number, isDone: false, why);
                    return pace.BeforeLookingForPerson(command.Mode);
                case BooksChange.Limited(var after):
                    told.Settle(command.Number, isDone: false);
                    return after ?? pace.BeforeRetry(command.Mode);
                case BooksChange.NotSent(var why):
                    told.Settle(command.Number, isDone: false, why);
                    return pace.BeforeRetry(command.Mode);
                default:
                    throw new InvalidOperationException($"Unknown answer {command.Change}.");
            }
        }
    }
}
