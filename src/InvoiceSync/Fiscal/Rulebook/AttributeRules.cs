using static InvoiceSync.Fiscal.Rulebook.Context;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Attributes an e-invoice does without, wherever they stand (UBL-DT-08 … -28): warnings.</summary>
static class AttributeRules
{
    static readonly (int Number, string Name)[] Unused =
    [
        (8, "schemeName"), (9, "schemeAgencyName"), (10, "schemeDataURI"), (11, "schemeURI"), (12, "format"), (13, "unitCodeListIdentifier"),
        (14, "unitCodeListAgencyIdentifier"), (15, "unitCodeListAgencyName"), (16, "listAgencyName"), (17, "listName"), (19, "languageID"), (20, "listURI"),
        (21, "listSchemeURI"), (22, "languageLocaleID"), (23, "uri"), (24, "currencyCodeListVersionID"), (25, "characterSetCode"), (26, "encodingCode"),
        (27, "schemeAgencyID"), (28, "listAgencyID"),
    ];

    public static readonly Pattern All = new([On("Invoice", node => node.Parent is null, [.. Root]), On("CreditNote", node => node.Parent is null, [.. Root])]);

    static IEnumerable<Rule> Root => Unused
        .Select(row => Warning($"UBL-DT-{row.Number:00}", row.Name, node => node.Attribute(row.Name) is not null))
        .Append(Warning("UBL-DT-18", "name", node => node.Name != "PaymentMeansCode" && node.Attribute("name") is not null));

    static Rule Warning(string id, string attribute, Func<Node, bool> carries) =>
        new(id, BookKeys.NotUsed, null, null, root => !root.Sheet.Everything.Any(node => node.Attributes.Count > 0 && carries(node))) { IsWarning = true, Detail = $"@{attribute}" };
}
