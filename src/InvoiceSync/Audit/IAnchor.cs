using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>The state of a log at one size, signed: the text exactly as signed, and the 64 bytes of the signature.</summary>
public sealed record SignedCheckpoint(TenantId Tenant, long Size, string Body, byte[] Signature);

/// <summary>A place outside the database that keeps checkpoints. What it has seen, nobody can cut off or rewrite unnoticed.</summary>
public interface IAnchor
{
    string Place { get; }

    Task Keep(SignedCheckpoint checkpoint, CancellationToken ct);
}
