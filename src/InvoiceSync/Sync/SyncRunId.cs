using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Names one manual sync of a date range; outside run_….</summary>
public readonly record struct SyncRunId(Guid Value) : IId<SyncRunId>
{
    public static string Prefix => "run";

    public static SyncRunId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
