namespace InvoiceSync.Kernel;

/// <summary>Tells every node that a row changed: which, never what. Topic is the kind, like "sale"; the reader asks again.</summary>
public readonly record struct Notice(TenantId Tenant, string Topic, Guid Id);

/// <summary>Where open screens and caches hear notices, within milliseconds of the commit on any node.</summary>
public interface INotices
{
    /// <summary>Calls back for each notice of the tenant and topics until disposed. The callback must be quick and not throw.</summary>
    IDisposable Listen(TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard);
}
