using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>How a schedule works: its name, its days, and whether what it makes is issued by itself and sent by mail once it is issued.</summary>
public sealed record ScheduleSetup(string Name, ScheduleTerms Terms, bool IssuesItself = false, bool SendsMail = false)
{
    /// <summary>Before is how it worked until now: who may not switch something on may leave it on.</summary>
    internal ScheduleSetup Checked(Caller caller, ScheduleSetup? before = null)
    {
        var name = Name.Trim();
        Rule.Require(name.Length is > 0 and <= Schedule.LongestName, ScheduleErrors.NameInvalid);
        Rule.Require(!IssuesItself || before is { IssuesItself: true } || caller.May("invoice.create"), CallerErrors.PermissionMissing);
        Rule.Require(!SendsMail || before is { SendsMail: true } || caller.May("invoice.send"), CallerErrors.PermissionMissing);
        return this with { Name = name };
    }
}
