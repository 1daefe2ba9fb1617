using System.Globalization;

namespace InvoiceSync.Sandbox.Anaf.Rules;

static class HeaderRules
{
    const string Customization = "urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1";

    static readonly (string Path, string Rule)[] Dates =
        [("IssueDate", "BR-RO-DT001"), ("TaxPointDate", "BR-RO-DT002"), ("DueDate", "BR-RO-DT003"), ("Delivery/ActualDeliveryDate", "BR-RO-DT004"),
         ("InvoicePeriod/StartDate", "BR-RO-DT005"), ("InvoicePeriod/EndDate", "BR-RO-DT006")];

    public static IEnumerable<Broken> Check(Ubl d) => Identity(d).Concat(Days(d)).Concat(Currencies(d)).Concat(Notes(d));

    static IEnumerable<Broken> Identity(Ubl d)
    {
        if (d.Text("CustomizationID") != Customization)
            yield return new("BR-RO-001", "Identificatorul specificatie (BT-24) trebuie sa corespunda sintactic cu valoarea precizata in RO_CIUS. #The specification identifier (BT-24) must correspond to RO_CIUS.");
        if (d.Number is null) yield return new("BR-02", "An Invoice shall have an Invoice number (BT-1).");
        else if (!d.Number.Any(char.IsAsciiDigit))
            yield return new("BR-RO-010", "Numarul facturii (BT-1) trebuie sa includa cel putin un caracter numeric (0-9). #Invoice number (BT-1) must include at least one numeric character (0-9).");
        if (d.Number?.Length > 200) yield return new("BR-RO-L200", "Numarul facturii (BT-1) poate avea cel mult 200 de caractere.");
        if (!(d.IsCredit ? ["381"] : (string[])["380", "384", "389", "751"]).Contains(d.Text(d.IsCredit ? "CreditNoteTypeCode" : "InvoiceTypeCode")))
            yield return new("BR-RO-020", "Codul tipului facturii (BT-3) trebuie sa fie 380, 384, 389, 751 sau 381 pentru nota de creditare. #The invoice type code (BT-3) is not accepted.");
    }

    static IEnumerable<Broken> Days(Ubl d)
    {
        if (d.Issued is null) yield return new("BR-03", "An Invoice shall have an Invoice issue date (BT-2).");
        foreach (var (path, rule) in Dates)
            if (d.Text(path) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                yield return new(rule, $"A date MUST be formatted YYYY-MM-DD. ({path} = '{date}')");
        // Credit notes have no due date element, and the official set lets them pass without terms.
        if (!d.IsCredit && d.Totals?.Amount("PayableAmount") > 0 && d.Text("DueDate") is null && d.Text("PaymentTerms/Note") is null && d.Text("PaymentMeans/PaymentDueDate") is null)
            yield return new("BR-CO-25", "In case the Amount due for payment (BT-115) is positive, either the Payment due date (BT-9) or the Payment terms (BT-20) shall be present.");
    }

    static IEnumerable<Broken> Currencies(Ubl d)
    {
        if (d.Currency.Length != 3) yield return new("BR-05", "An Invoice shall have an Invoice currency code (BT-5).");
        if (d.Currency != "RON" && d.Text("TaxCurrencyCode") != "RON")
            yield return new("BR-RO-030", "Daca Codul monedei facturii (BT-5) este altul decat RON, atunci Codul monedei de contabilizare a TVA (BT-6) trebuie sa fie RON. #If the Invoice currency code (BT-5) is other than RON, then the VAT accounting currency code (BT-6) must be RON.");
        if (d.Text("TaxCurrencyCode") is { } taxes && !d.All("TaxTotal/TaxAmount").Any(amount => (string?)amount.Root.Attribute("currencyID") == taxes))
            yield return new("BR-53", "If the VAT accounting currency code (BT-6) is present, then the Invoice total VAT amount in accounting currency (BT-111) shall be provided.");
    }

    static IEnumerable<Broken> Notes(Ubl d)
    {
        if (d.All("Note").Count() > 20) yield return new("BR-RO-A020", "The allowed maximum number of occurences of Invoice note (BG-1) is 20.");
        if (d.All("Note").Any(note => note.Root.Value.Trim().Length > 300)) yield return new("BR-RO-L302", "The allowed maximum number of characters for the Invoice note (BT-22) is 300.");
        if (d.Text("PaymentTerms/Note")?.Length > 300) yield return new("BR-RO-L301", "The allowed maximum number of characters for the Payment terms (BT-20) is 300.");
    }
}
