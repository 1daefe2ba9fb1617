namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Whoever is paid in the seller's place stands apart from the seller, by name and by id.</summary>
static class PayeeRules
{
    public static IReadOnlyList<Rule> Once =>
    [
        Apart("UBL-SR-19", "BT-59", payee => payee.All("PartyName/Name").Count),
        Apart("UBL-SR-20", "BT-60", payee => payee.All("PartyIdentification/ID").Count(id => id.Attribute("schemeID")?.ToUpperInvariant() != "SEPA")),
        Apart("UBL-SR-21", "BT-61", payee => payee.All("PartyLegalEntity/CompanyID").Count),
    ];

    public static bool IsNamedApart(Node payee) =>
        payee.Any("PartyName/Name") && !Shares(payee, "PartyName/Name") && !Shares(payee, "PartyIdentification/ID");

    static Rule Apart(string id, string term, Func<Node, int> count) => new(id, BookKeys.PayeeName, term, "PartyName", payee =>
        count(payee) <= 1 && payee.All("PartyName/Name").Exists(name => Sellers(payee, "PartyLegalEntity/RegistrationName").Exists(seller => seller.Text != name.Text)));

    static bool Shares(Node payee, string path) => payee.All(path).Exists(mine => Sellers(payee, path).Exists(theirs => theirs.Text == mine.Text));

    static List<Node> Sellers(Node payee, string path) => payee.Parent?.All($"AccountingSupplierParty/Party/{path}") ?? [];
}
