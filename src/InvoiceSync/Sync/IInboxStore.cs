using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>A notice on its way into the inbox, with the work it asks for; null work means it is stored and ignored, with the reason.</summary>
public sealed record InboxEntry(
    TenantId Tenant,
    ConnectionId Connection,
    HookEnvelope Envelope,
    string Via,
    ReadOnlyMemory<byte> Raw,
    SourceKey? Sale,
    string? Ignored,
    NewWork? Work,
    DateTimeOffset ReceivedAt);

/// <summary>Stores notices and their work for many tenants in one commit. A notice stored before is skipped; its work is asked for again.</summary>
public interface IInboxStore
{
    Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct);
}
