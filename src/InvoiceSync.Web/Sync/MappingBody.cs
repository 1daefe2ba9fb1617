using System.Text.Json.Serialization;
using InvoiceSync.Sync;

namespace InvoiceSync.Web.Sync;

/// <summary>The rules of mapping on the wire. fields: a key in the metadata of the sale or its customer, and what its value becomes; at most 30.</summary>
sealed record MappingBody(
    bool SellsGoods = false,
    string? ExemptionLaw = null,
    bool TellsCnp = false,
    bool CreditsByHand = false,
    IReadOnlyList<MappingBody.Field>? Fields = null)
{
    public sealed record Field(string Key, MappedField To);

    [JsonIgnore]
    public MappingRules Rules => new()
    {
        SellsGoods = SellsGoods,
        ExemptionLaw = ExemptionLaw,
        TellsCnp = TellsCnp,
        CreditsByHand = CreditsByHand,
        Fields = [.. (Fields ?? []).Select(f => new FieldRule(f.Key, f.To))],
    };

    public static MappingBody Of(MappingRules it) =>
        new(it.SellsGoods, it.ExemptionLaw, it.TellsCnp, it.CreditsByHand, [.. it.Fields.Select(f => new Field(f.Key, f.To))]);
}
