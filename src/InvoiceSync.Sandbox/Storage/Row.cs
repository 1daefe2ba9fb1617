namespace InvoiceSync.Sandbox.Storage;

/// <summary>One stored document: its JSON as UTF-8 bytes, and the few values lists filter by.</summary>
sealed class Row(string id, long sequence)
{
    public string Id { get; } = id;

    /// <summary>Order of first insertion; keeps rows of one second in a stable order.</summary>
    public long Sequence { get; } = sequence;

    public long Created { get; init; }

    public byte[] Json { get; set; } = [];

    public string?[] Values { get; set; } = [];
}
