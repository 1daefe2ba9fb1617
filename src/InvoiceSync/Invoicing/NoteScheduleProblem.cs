using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps why a schedule could not go on or, with an invoice, why that one was not issued or sent; null when it was.</summary>
[Requires("schedule.run")]
sealed record NoteScheduleProblem(ScheduleId Schedule, InvoiceId? Invoice, Error? Problem) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteScheduleProblem, Done>
    {
        public async Task<Done> Handle(NoteScheduleProblem command, CancellationToken ct)
        {
            if (command.Invoice is { } invoice)
            {
                var made = await db.ScheduledInvoices.SingleOrDefaultAsync(i => i.Schedule == command.Schedule && i.Invoice == invoice, ct);
                made?.Note(command.Problem);
            }
            else
            {
                var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == command.Schedule, ct);
                schedule?.Note(command.Problem);
            }

            return default;
        }
    }
}
