namespace InvoiceSync.Fiscal;

/// <summary>
/// A rule a document breaks. Rule is ANAF's own id like BR-CO-15, or IS-… for ours; Field is a path like Lines[2].Unit;
/// Key names the words in RuleText; Detail shows the values at odds, the same in every language.
/// </summary>
public sealed record Broken(string Rule, string Field, string Key, string? Detail = null);
