using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Repeats a draft or an issued invoice by the calendar: its buyer, lines and terms are kept, the dates left open. IssuesItself
/// needs the right to issue; otherwise drafts are made.
/// </summary>
[Requires("invoice.draft")]
public sealed record ScheduleInvoice(InvoiceId Invoice, string Name, ScheduleTerms Terms, bool IssuesItself = false) : ICommand<ScheduleId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ScheduleInvoice, ScheduleId>
    {
        public async Task<ScheduleId> Handle(ScheduleInvoice command, CancellationToken ct)
        {
            Rule.Require(command.Name.Trim().Length is > 0 and <= Schedule.LongestName, ScheduleErrors.NameInvalid);
            command.Terms.Check(await dispatcher.Today(time, ct));
            Rule.Require(!command.IssuesItself || who.Caller.May("invoice.create"), CallerErrors.PermissionMissing);
            var schedule = new Schedule
            {
                Id = time.New<ScheduleId>(),
                Owner = who.Caller.Actor,
                Name = command.Name.Trim(),
                Content = await Content(command.Invoice, ct),
                IssuesItself = command.IssuesItself,
                MadeAt = time.GetUtcNow(),
            };
            schedule.Set(command.Terms);
            db.Add(schedule);
            return schedule.Id;
        }

        async Task<DraftContent> Content(InvoiceId id, CancellationToken ct)
        {
            var draft = await db.DraftsSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
            var invoice = draft is null ? Rule.Found(await db.InvoicesSeenBy(who.Caller).SingleOrDefaultAsync(i => i.Id == id, ct), InvoiceErrors.NotFound) : null;
            var content = draft?.Content ?? invoice!.Document.AsDraft(invoice.CustomerId);
            Rule.Require(content.Buyer.Name.Length > 0 && content.Lines.Any(line => !line.IsEmpty), ScheduleErrors.Empty);
            return content with { IssueOn = null, DueOn = null, SuppliedFrom = null, SuppliedTo = null };
        }
    }
}
