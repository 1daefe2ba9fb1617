using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger;

/// <summary>Names one line of an entry; outside jln_….</summary>
public readonly record struct JournalLineId(Guid Value) : IId<JournalLineId>
{
    public static string Prefix => "jln";

    public static JournalLineId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
