using System.Text.Json.Serialization;

namespace InvoiceSync.Client;

/// <summary>What changes, and so has a version. ETag goes back as ifMatch with a change; in lists there is none.</summary>
public abstract record Versioned
{
    [JsonIgnore]
    public string? ETag { get; internal set; }
}
