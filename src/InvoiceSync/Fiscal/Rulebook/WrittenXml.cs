using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The last look at what we wrote ourselves, before it is sent: the schemas, then every rule ANAF would refuse it by.</summary>
static class WrittenXml
{
    public static IReadOnlyList<StoredProblem> Problems(ReadOnlyMemory<byte> xml, UblSchemas schemas)
    {
        if (schemas.Faults(xml) is { Count: > 0 } faults) return [.. faults.Select(fault => new StoredProblem(BookKeys.SchemaRule, null, RuleKeys.XmlBroken, null, fault))];
        return [.. Book.Whole.Check(SheetReader.Read(xml)).Where(finding => finding.IsFatal).Select(Problem)];
    }

    static StoredProblem Problem(Finding finding) =>
        new(finding.Id, finding.At.Where(), finding.Stopped is null ? finding.Rule.Key : BookKeys.Stopped, finding.Stopped ?? finding.Rule.Term, "");
}
