namespace InvoiceSync.Audit;

/// <summary>Speaks with log systems elsewhere, each in its own protocol. It calls public addresses only.</summary>
public interface IOutletLine
{
    bool MayCall(Uri address);

    Task<OutletAnswer> Send(OutletTarget target, IReadOnlyList<OutletEntry> entries, CancellationToken ct);
}
