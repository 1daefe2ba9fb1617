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
        if (document.Notes.Count == 0 && document.VatInRon is null && !IsReverseCharged(document)) return [];

        var notes = new List<string>(document.Notes.Count + 2);
        foreach (var note in document.Notes) AddPieces(notes, note);
        if (document.VatInRon is { } ron) notes.Add(Exchange(document.Currency, ron));
        if (IsReverseCharged(document)) notes.Add("Taxare inversă"); // Fiscal Code art. 319(20)(m)
        return notes;
    }

    static bool IsReverseCharged(InvoiceDocument document)
    {
        foreach (var row in document.Vat)
            if (row.Category == VatCategory.AE) return true;
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

    // Fiscal Code art. 319(20)(j): VAT is shown in lei, at the rate valid on the day it became due.
    static string Exchange(Currency currency, VatInRon ron) => string.Create(CultureInfo.InvariantCulture,
        $"Curs {ron.Source} din {ron.RateOn:yyyy-MM-dd}: 1 {currency} = {ron.Rate:0.0000########} RON; TVA {ron.Amount:0.00} RON");
}
