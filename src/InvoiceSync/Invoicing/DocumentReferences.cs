using System.Text.Json.Serialization;

namespace InvoiceSync.Invoicing;

/// <summary>What the buyer knows the sale by: reference BT-10, project BT-11, contract BT-12, order BT-13, accounting code BT-19. Each may be missing.</summary>
public sealed record DocumentReferences(string? Buyer = null, string? Project = null, string? Contract = null, string? Order = null, string? Accounting = null)
{
    public const int Longest = 200;           // BR-RO-L200
    public const int LongestAccounting = 100; // BR-RO-L100

    [JsonIgnore]
    public bool AreEmpty => this == new DocumentReferences();
}
