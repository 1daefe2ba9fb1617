using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Renames a schedule, ends it sooner or later, or lets it issue by itself. Its days stay what they are; for others, make another one.</summary>
[Requires("invoice.draft")]
public sealed record EditSchedule(ScheduleId Schedule, string Name, DateOnly? Until, int? Count, bool IssuesItself) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<EditSchedule, Done>
    {
        public async Task<Done> Handle(EditSchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            Rule.Require(command.Name.Trim().Length is > 0 and <= Model.Schedule.LongestName, ScheduleErrors.NameInvalid);
            Rule.Require(!command.IssuesItself || who.Caller.May("invoice.create"), CallerErrors.PermissionMissing);
            var terms = schedule.Terms with { Until = command.Until, Count = command.Count };
            terms.CheckEnd();
            (schedule.Name, schedule.IssuesItself) = (command.Name.Trim(), command.IssuesItself);
            schedule.Set(terms);
            return default;
        }
    }
}
