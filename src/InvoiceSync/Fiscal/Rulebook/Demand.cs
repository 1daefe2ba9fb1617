using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The checks that come again and again, each made from a path.</summary>
static class Demand
{
    public static Rule Exists(string id, string term, string path) => new(id, BookKeys.Missing, term, path, node => node.Any(path));

    /// <summary>At least one is not the empty string; blanks will do.</summary>
    public static Rule Filled(string id, string term, string path) =>
        new(id, BookKeys.Missing, term, path, node => node.All(path).Exists(found => found.Text.Length > 0));

    /// <summary>At least one says something.</summary>
    public static Rule Said(string id, string term, string path, string key = RuleKeys.TextMissing) =>
        new(id, key, term, path, node => node.All(path).Exists(found => XPath.Tidy(found.Text).Length > 0));

    public static Rule Either(string id, string key, string term, params IReadOnlyList<string> paths) =>
        new(id, key, term, null, node => paths.Any(node.Any));

    public static Rule Once(string id, string term, string path, int most = 1) =>
        new(id, BookKeys.Repeated, term, path, node => node.All(path).Count <= most);

    public static Rule Decimals(string id, string term, string path) =>
        new(id, RuleKeys.AmountTooFine, term, path, node => node.One(path) is not { } amount || XPath.Decimals(amount.Text) <= 2);

    public static Rule Length(string id, string term, string path, int most) =>
        new(id, RuleKeys.TextTooLong, term, path, node => node.Tidy(path).Length <= most || XPath.Length(node.Tidy(path)) <= most) { Detail = $"> {most}" };

    public static Rule Scheme(string id, string term, string attribute = "schemeID") =>
        new(id, BookKeys.SchemeMissing, term, null, node => node.Attribute(attribute) is not null) { Detail = attribute };

    public static Rule Date(string id, string term) => new(id, RuleKeys.DateMalformed, term, null, node => XPath.IsPlainDate(node.Text));

    public static Rule Code(string id, string term, string list, string key = RuleKeys.CodeUnknown) =>
        new(id, key, term, null, node => CodeLists.Has(list, node.Text));

    public static Rule CodeOf(string id, string term, string attribute, string list) =>
        new(id, RuleKeys.CodeUnknown, term, null, node => CodeLists.Has(list, node.Attribute(attribute)!)) { Detail = attribute };
}
