namespace InvoiceSync.Fiscal.Rules;

static class Too
{
    /// <summary>A text of so many characters where ANAF takes fewer.</summary>
    public static Broken Long(string rule, string field, int length, int longest) =>
        new(rule, field, RuleKeys.TextTooLong, $"{length} > {longest}");
}
