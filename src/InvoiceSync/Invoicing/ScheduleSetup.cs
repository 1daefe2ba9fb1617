using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>How a schedule works: its name, its days, and whether what it makes is issued by itself and sent by mail once it is issued.</summary>
public sealed record ScheduleSetup(string Name, ScheduleTerms Terms, bool IssuesItself = false, bool SendsMail = false)
{
    /// <summary>Whoever says what it makes says what is issued and sent in the company's name: that takes the right to.</summary>
    internal bool MayBeSetBy(Caller caller) => (!IssuesItself || caller.May("invoice.create")) && (!SendsMail || caller.May("invoice.send"));

    internal ScheduleSetup Checked(Caller caller)
    {
        var name = Name.Trim();
        Rule.Require(name.Length is > 0 and <= Schedule.LongestName, ScheduleErrors.NameInvalid);
        Rule.Require(MayBeSetBy(caller), CallerErrors.PermissionMissing);
        return this with { Name = name };
    }
}
