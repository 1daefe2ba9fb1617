using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>The notes of a document (BT-22) as written: those it carries, cut into pieces of 300 characters, and those the law adds.</summary>
static class UblNotes
{
    const int Longest = 300; // BR-RO-L302

    public static IReadOnlyList<string> Of(InvoiceDocument document)
    {
        var legal = Legal(document);
        if (document.Notes.Count == 0 && document.VatInRon is null && legal.Count == 0) return [];

        var notes = new List<string>(document.Notes.Count + 3);
        foreach (var note in document.Notes) AddPieces(notes, note);
        if (document.VatInRon is { } ron) notes.Add(Exchange(document.Currency, ron));
        notes.AddRange(legal);
        return notes;
    }

    // BR-RO-060: special regimes are told in a note.
    static List<string> Legal(InvoiceDocument document)
    {
        var notes = new List<string>();
        if (Has(document, VatCategory.AE)) notes.Add("Taxare inversă"); // Fiscal Code art. 319(20)(m)
        if (Has(document, VatCategory.O)) notes.Add("Scutit de TVA, regim special pentru întreprinderi mici, art. 310 Cod fiscal");
        if (document.IsTaxedWhenPaid) notes.Add("TVA la încasare"); // art. 319(20)(r)
        return notes;
    }

    static bool Has(InvoiceDocument document, VatCategory category)
    {
        foreach (var row in document.Vat)
            if (row.Category == category) return true;
        return false;
    }

    static void AddPieces(List<string> notes, string note)
    {
        for (var rest = PlainText.Tidy(note); rest.Length > 0;)
        {
            (var piece, rest) = PlainText.Cut(rest, Longest);
            notes.Add(piece);
        }
    }

    // Fiscal Code art. 319(20)(j): VAT is shown in lei, at the rate valid on the day it became due. BNR quotes four decimals, so
    // that a finer rate is one it publishes for a hundred (HUF, JPY, KRW): it is told as published.
    static string Exchange(Currency currency, VatInRon ron)
    {
        var units = decimal.Round(ron.Rate, 4) == ron.Rate ? 1 : 100;
        return string.Create(CultureInfo.InvariantCulture,
            $"Curs {ron.Source} din {ron.RateOn:yyyy-MM-dd}: {units} {currency} = {ron.Rate * units:0.0000########} RON; TVA {ron.Amount:0.00} RON");
    }
}
