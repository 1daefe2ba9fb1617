using System.Collections.Frozen;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>The words on the paper in one language, or in both with a stroke between.</summary>
sealed class PaperWords(DocumentLanguage language)
{
    static readonly FrozenDictionary<string, (string Romanian, string English)> All = new Dictionary<string, (string, string)>
    {
        ["invoice"] = ("Factură", "Invoice"),
        ["selfBilled"] = ("Autofactură", "Self-billed invoice"),
        ["byBuyer"] = ("Autofactură: emisă de client în numele furnizorului (art. 319 alin. (18) Cod fiscal).", "Self-billing: issued by the customer in the name of the supplier."),
        ["storno"] = ("Factură storno", "Invoice reversal"),
        ["credit"] = ("Notă de creditare", "Credit note"),
        ["proforma"] = ("Factură proformă", "Pro-forma invoice"),
        ["quote"] = ("Ofertă", "Quote"),
        ["validUntil"] = ("Valabilă până la", "Valid until"),
        ["noInvoice"] = ("Acest document nu este factură fiscală.", "This document is not an invoice."),
        ["corrects"] = ("Corectează factura", "Corrects invoice"),
        ["issued"] = ("Data emiterii", "Issue date"),
        ["due"] = ("Scadentă la", "Due date"),
        ["period"] = ("Perioada", "Period"),
        ["delivered"] = ("Livrat la", "Delivered to"),
        ["order"] = ("Comanda", "Order"),
        ["contract"] = ("Contractul", "Contract"),
        ["project"] = ("Proiectul", "Project"),
        ["reference"] = ("Referința clientului", "Your reference"),
        ["accounting"] = ("Cod contabil", "Accounting code"),
        ["whenPaid"] = ("TVA la încasare", "VAT is due on payment (TVA la încasare)"),
        ["currency"] = ("Moneda", "Currency"),
        ["payment"] = ("Plata", "Payment"),
        ["seller"] = ("Furnizor", "From"),
        ["buyer"] = ("Client", "Bill to"),
        ["taxId"] = ("CUI", "Tax ID"),
        ["vatId"] = ("Cod TVA", "VAT ID"),
        ["register"] = ("Reg. com.", "Trade register"),
        ["noVat"] = ("Neplătitor de TVA", "Not registered for VAT"),
        ["what"] = ("Denumire", "Description"),
        ["quantity"] = ("Cantitate", "Quantity"),
        ["unit"] = ("U.M.", "Unit"),
        ["price"] = ("Preț unitar", "Unit price"),
        ["discount"] = ("Reducere", "Discount"),
        ["rate"] = ("Cota TVA", "VAT rate"),
        ["net"] = ("Valoare", "Amount"),
        ["base"] = ("Bază", "Base"),
        ["tax"] = ("TVA", "VAT"),
        ["allowance"] = ("Reducere", "Discount"),
        ["charge"] = ("Taxă suplimentară", "Charge"),
        ["subtotal"] = ("Total fără TVA", "Subtotal"),
        ["gross"] = ("Total", "Total"),
        ["paid"] = ("Achitat", "Paid"),
        ["payable"] = ("De plată", "Amount due"),
        ["payTo"] = ("Cont", "Account"),
        ["page"] = ("Pagina", "Page"),
        ["vatInRon"] = ("TVA în lei: {0} (1 {1} = {2} lei, {3}, {4})", "VAT in RON: {0} (1 {1} = {2} RON, {3}, {4})"),
        ["reverse"] = ("Taxare inversă", "Reverse charge"),
        ["charge.AAT"] = ("Livrare urgentă", "Rush delivery"),
        ["charge.DL"] = ("Livrare", "Delivery"),
        ["charge.FC"] = ("Transport", "Freight"),
        ["charge.FI"] = ("Finanțare", "Financing"),
        ["charge.HD"] = ("Manipulare", "Handling"),
        ["charge.IAA"] = ("Instalare", "Installation"),
        ["charge.PC"] = ("Ambalare", "Packing"),
        ["means.10"] = ("numerar", "cash"),
        ["means.30"] = ("transfer bancar", "bank transfer"),
        ["means.48"] = ("card", "card"),
        ["means.68"] = ("plată online", "online payment"),
        ["unit.H87"] = ("buc", "pcs"),
        ["unit.C62"] = ("unit.", "unit"),
        ["unit.HUR"] = ("ore", "hours"),
        ["unit.DAY"] = ("zile", "days"),
        ["unit.MON"] = ("luni", "months"),
        ["unit.KGM"] = ("kg", "kg"),
        ["unit.TNE"] = ("t", "t"),
        ["unit.LTR"] = ("l", "l"),
        ["unit.MTR"] = ("m", "m"),
        ["unit.MTK"] = ("m²", "m²"),
        ["unit.MTQ"] = ("m³", "m³"),
        ["unit.KMT"] = ("km", "km"),
        ["unit.KWH"] = ("kWh", "kWh"),
        ["unit.SET"] = ("set", "set"),
        ["unit.XBX"] = ("cutii", "boxes"),
    }.ToFrozenDictionary();

    static readonly string[] Printed = ["seller", "buyer", "what", "quantity", "unit", "price", "discount", "rate", "net", "base", "tax", "payTo"];

    public DocumentLanguage Language => language;

    public string this[string key] => Find(key) ?? key;

    /// <summary>Null when there is no word for it.</summary>
    public string? Find(string key)
    {
        if (!All.TryGetValue(key, out var words)) return null;
        return language switch
        {
            DocumentLanguage.Romanian => words.Romanian,
            DocumentLanguage.English => words.English,
            _ => words.Romanian == words.English ? words.Romanian : $"{words.Romanian} / {words.English}",
        };
    }

    /// <summary>What a template finds under words.</summary>
    public Dictionary<string, object?> ForTemplates() => Printed.ToDictionary(key => key, key => (object?)this[key]);
}
