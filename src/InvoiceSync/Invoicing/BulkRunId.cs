using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one act on many invoices at once; outside blk_….</summary>
public readonly record struct BulkRunId(Guid Value) : IId<BulkRunId>
{
    public static string Prefix => "blk";

    public static BulkRunId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
