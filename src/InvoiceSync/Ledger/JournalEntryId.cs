using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger;

/// <summary>Names one entry of the ledger; outside jrn_….</summary>
public readonly record struct JournalEntryId(Guid Value) : IId<JournalEntryId>
{
    public static string Prefix => "jrn";

    public static JournalEntryId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
