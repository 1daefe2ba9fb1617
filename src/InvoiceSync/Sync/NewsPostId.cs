using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Names one message about a run, batch or day that a company's own system is told; outside nws_….</summary>
public readonly record struct NewsPostId(Guid Value) : IId<NewsPostId>
{
    public static string Prefix => "nws";

    public static NewsPostId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
