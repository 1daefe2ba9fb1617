using System.Buffers;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>
/// Writes an invoice as UBL 2.1 after CIUS-RO 1.0.1: the same document gives the same bytes. UTF-8 without byte order mark
/// and without schemaLocation, which ANAF's firewall takes for an attack. It checks nothing: DocumentRules does, before.
/// </summary>
static class UblWriter
{
    const int KeptBuffer = 1 << 20;

    [ThreadStatic]
    static ArrayBufferWriter<byte>? buffer;

    /// <summary>Whether the document goes in by the door for consumers (uploadb2c), since 31.03.2025 a duty for private persons.</summary>
    public static bool IsForConsumer(InvoiceDocument document) => document.Buyer.Kind == BuyerKind.Individual;

    public static byte[] ToBytes(InvoiceDocument document)
    {
        var output = buffer ?? new(16 * 1024);
        buffer = null; // taken: no second document may be written into it meanwhile
        output.ResetWrittenCount();
        Write(document, output);
        var bytes = output.WrittenSpan.ToArray();
        if (output.Capacity <= KeptBuffer) buffer = output;
        return bytes;
    }

    public static void Write(InvoiceDocument document, IBufferWriter<byte> output)
    {
        var xml = new Utf8Xml(output);
        Head(ref xml, document);
        UblParties.Seller(ref xml, document.Seller);
        UblParties.Buyer(ref xml, document.Buyer);
        UblDelivery.Write(ref xml, document.Delivery);
        UblPayment.Write(ref xml, document);
        var currency = new UblCurrency(document.Currency);
        UblTotals.Allowances(ref xml, document, currency);
        UblTotals.Charges(ref xml, document, currency);
        UblTotals.Vat(ref xml, document, currency);
        UblTotals.Money(ref xml, document.Totals, currency);
        var isCredit = document.Type == DocumentType.CreditNote;
        foreach (var line in document.Lines) UblLine.Write(ref xml, line, currency, isCredit);
        xml.Markup(isCredit ? "</CreditNote>\n"u8 : "</Invoice>\n"u8);
        xml.Flush();
    }

    // BT-24 must match to the letter (BR-RO-001). 380 for invoice and storno alike, 389 where the buyer writes it; a 381, of either, has a schema of its own, without a due date.
    static void Head(ref Utf8Xml xml, InvoiceDocument document)
    {
        var isCredit = document.Type == DocumentType.CreditNote;
        xml.Markup("""<?xml version="1.0" encoding="UTF-8"?>"""u8);
        xml.Markup(isCredit ? "\n<CreditNote xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\""u8 : "\n<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""u8);
        xml.Element("""
             xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1</cbc:CustomizationID><cbc:ID>
            """u8, document.Number, "</cbc:ID>"u8);
        xml.Date("<cbc:IssueDate>"u8, document.IssuedOn, "</cbc:IssueDate>"u8);
        if (document.DueOn is { } due && !isCredit) xml.Date("<cbc:DueDate>"u8, due, "</cbc:DueDate>"u8);
        xml.Markup(isCredit ? "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"u8
            : document.IsSelfBilled ? "<cbc:InvoiceTypeCode>389</cbc:InvoiceTypeCode>"u8 : "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>"u8);
        foreach (var note in UblNotes.Of(document)) xml.Element("<cbc:Note>"u8, note, "</cbc:Note>"u8);
        xml.Element("<cbc:DocumentCurrencyCode>"u8, document.Currency.Code, "</cbc:DocumentCurrencyCode>"u8);
        if (document.Currency != Currency.Ron) xml.Markup("<cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>"u8); // BR-RO-030
        UblReferences.OfBuyer(ref xml, document.References);
        Period(ref xml, document.PeriodStart, document.PeriodEnd, document.IsTaxedWhenPaid);
        UblReferences.OfDocuments(ref xml, document);
    }

    public static void Period(ref Utf8Xml xml, DateOnly? start, DateOnly? end, bool taxedWhenPaid = false)
    {
        if (start is null && end is null && !taxedWhenPaid) return;
        xml.Markup("<cac:InvoicePeriod>"u8);
        if (start is { } from) xml.Date("<cbc:StartDate>"u8, from, "</cbc:StartDate>"u8);
        if (end is { } to) xml.Date("<cbc:EndDate>"u8, to, "</cbc:EndDate>"u8);
        if (taxedWhenPaid) xml.Markup("<cbc:DescriptionCode>432</cbc:DescriptionCode>"u8); // BT-8 in UNTDID 2005: on payment
        xml.Markup("</cac:InvoicePeriod>"u8);
    }
}
