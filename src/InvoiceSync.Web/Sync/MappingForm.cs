using InvoiceSync.Sync;

namespace InvoiceSync.Web.Sync;

/// <summary>The rules of mapping while they are being typed. There is always one empty row for a field.</summary>
public sealed class MappingForm
{
    readonly MappingRules kept;
    int rows;

    public MappingForm(MappingRules rules)
    {
        kept = rules;
        (SellsGoods, ExemptionLaw, TellsCnp, Credits) = (rules.SellsGoods, rules.ExemptionLaw, rules.TellsCnp, !rules.CreditsByHand);
        foreach (var field in rules.Fields) Fields.Add(new() { At = rows++, Key = field.Key, To = field.To.ToString() });
        KeepEmptyRow();
    }

    public bool SellsGoods { get; set; }
    public string? ExemptionLaw { get; set; }
    public bool TellsCnp { get; set; }
    public bool Credits { get; set; }
    public List<Row> Fields { get; } = [];

    public MappingRules Rules => kept with
    {
        SellsGoods = SellsGoods,
        ExemptionLaw = ExemptionLaw,
        TellsCnp = TellsCnp,
        CreditsByHand = !Credits,
        // A key without a meaning is refused by the use case, not dropped in silence.
        Fields = [.. Fields.Where(f => !f.IsEmpty).Select(f => new FieldRule(f.Key ?? "", Enum.TryParse<MappedField>(f.To, out var to) ? to : (MappedField)(-1)))],
    };

    public void KeepEmptyRow()
    {
        if (Fields.Count == 0 || !Fields[^1].IsEmpty) Fields.Add(new() { At = rows++ });
    }

    public void Remove(Row row)
    {
        Fields.Remove(row);
        KeepEmptyRow();
    }

    public sealed class Row
    {
        public int At { get; init; }
        public string? Key { get; set; }
        public string? To { get; set; }
        public bool IsEmpty => string.IsNullOrWhiteSpace(Key) && string.IsNullOrWhiteSpace(To);
    }
}
