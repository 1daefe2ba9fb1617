namespace InvoiceSync.Tenancy;

/// <summary>The 256-bit key that wraps every tenant's data key. It comes from configuration or a key file, never from the database.</summary>
public sealed class MasterKey(string id, byte[] bytes)
{
    public string Id => id;

    internal ReadOnlySpan<byte> Bytes => bytes.Length == 32 ? bytes : throw new ArgumentException("The master key must be 32 bytes, base64 encoded.");

    public override string ToString() => $"master key {id}";
}
