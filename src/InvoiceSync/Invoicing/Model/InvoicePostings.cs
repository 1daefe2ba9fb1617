using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// What an issued invoice means in money: the customer owes its total against revenue and VAT, each rate by itself; what its
/// totals say is paid (BT-113) is no longer owed. One that takes something back, storno or credit note, turns the sides round.
/// </summary>
static class InvoicePostings
{
    const string Source = "invoicing";

    // UNTDID 4461
    const string CreditTransfer = "30";

    public static IEnumerable<Posting> Of(InvoiceId id, InvoiceDocument document, PostingCustomer? debtor = null)
    {
        if (document.Type == DocumentType.CreditNote) document = Turned(document);
        var (totals, customer) = (document.Totals, debtor ?? CustomerOf(document.Buyer));
        var owed = PostingLine.Debit(AccountRole.Receivable, totals.TaxInclusive) with { Customer = customer };
        if (totals.TaxInclusive != 0 || totals.Vat != 0)
            yield return Fact("issued", [owed, PostingLine.Credit(AccountRole.Revenue, totals.TaxExclusive), .. Vat(document)]);
        if (totals.Paid != 0)
            yield return Fact("paid", [PostingLine.Debit(MoneyIn(document), totals.Paid), PostingLine.Credit(AccountRole.Receivable, totals.Paid) with { Customer = customer }]);

        Posting Fact(string kind, IReadOnlyList<PostingLine> lines) => new(Source, id.ToString(), kind, document.IssuedOn, document.Currency, lines)
        {
            Memo = $"{document.Number} · {document.Buyer.Name}",
            Rate = document.Currency == Currency.Ron ? null : document.VatInRon is { } rate ? new(rate.Rate, rate.RateOn, rate.Source) : null,
        };
    }

    /// <summary>The opposite of what was posted at the issue: the invoice is void from this day on.</summary>
    public static IEnumerable<Posting> Void(Invoice invoice) =>
        Of(invoice.Id, invoice.Document, invoice.Customer).Select(p => p with { Kind = "voided", Date = invoice.VoidedOn!.Value, Lines = [.. p.Lines.Select(l => l with { Amount = -l.Amount, Ron = -l.Ron })] });

    /// <summary>What a credit note and the part of an invoice it settles differ in RON, by rounding.</summary>
    public static Posting SetOff(Invoice note, decimal ron) => new(Source, note.Id.ToString(), "set_off", note.IssuedOn, note.Currency,
        [new(AccountRole.Receivable, 0, -ron) { Customer = note.Customer }, new(ron > 0 ? AccountRole.RoundingLoss : AccountRole.RoundingGain, 0, ron)])
    {
        Memo = $"{note.Number} · {note.Document.Buyer.Name}",
        Rate = note.Currency != Currency.Ron && note.Document.VatInRon is { } rate ? new(rate.Rate, rate.RateOn, rate.Source) : null,
    };

    /// <summary>What is given up is no longer owed; a negative amount takes it up again. Each move of the invoice is a fact of its own.</summary>
    public static Posting WrittenOff(Invoice invoice, string kind, decimal amount, decimal ron, DateOnly on) => new(Source, $"{invoice.Id}/{invoice.Version}", kind, on, invoice.Currency,
        [PostingLine.Debit(AccountRole.WriteOff, amount, ron), PostingLine.Credit(AccountRole.Receivable, amount, ron) with { Customer = invoice.Customer }])
    {
        Memo = $"{invoice.Number} · {invoice.Document.Buyer.Name}",
        Rate = invoice.Currency != Currency.Ron && invoice.Document.VatInRon is { } rate ? new(rate.Rate, rate.RateOn, rate.Source) : null,
    };

    // A credit note has positive figures and means negative ones.
    static InvoiceDocument Turned(InvoiceDocument document)
    {
        var (t, vat) = (document.Totals, document.Vat);
        return document with
        {
            Vat = [.. vat.Select(v => v with { TaxableAmount = -v.TaxableAmount, Tax = -v.Tax })],
            Totals = new(-t.LineNet, -t.Allowances, -t.TaxExclusive, -t.Vat, -t.TaxInclusive, -t.Paid, -t.Payable) { Charges = -t.Charges },
            VatInRon = document.VatInRon is { } ron ? ron with { Amount = -ron.Amount } : null,
        };
    }

    // The law fixes the VAT in RON as a whole (BT-111); of several rates the largest takes what rounding leaves.
    static IEnumerable<PostingLine> Vat(InvoiceDocument document)
    {
        var rates = document.Vat.Where(v => v.Tax != 0).OrderBy(v => Math.Abs(v.Tax)).ToList();
        var left = document.Currency == Currency.Ron ? null : document.VatInRon?.Amount;
        for (var at = 0; at < rates.Count; at++)
        {
            var ron = at == rates.Count - 1 ? left : left is null ? (decimal?)null : Currency.Ron.Round(rates[at].Tax * document.VatInRon!.Rate);
            left -= ron;
            yield return PostingLine.Credit(AccountRole.VatCollected, rates[at].Tax, ron) with { Detail = string.Create(CultureInfo.InvariantCulture, $"{rates[at].Category} {rates[at].Rate:0.##}%") };
        }
    }

    static AccountRole MoneyIn(InvoiceDocument document) => document.PaymentMeans == CreditTransfer ? AccountRole.Bank : AccountRole.CardSettlement;

    // A company is its number; a person is told apart by a hash, since what is in the ledger can never be erased.
    public static PostingCustomer CustomerOf(Buyer buyer) => new(
        (buyer.VatId ?? buyer.LegalId) is { Length: > 0 and <= 64 } number && buyer.Kind == BuyerKind.Company
            ? $"{buyer.Address.Country}:{number.ToUpperInvariant()}"
            : $"person:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{buyer.Email}|{buyer.Name}".ToUpperInvariant())))[..32]}",
        buyer.Name);
}

/// <summary>A void invoice is taken out of the books in the same commit.</summary>
sealed class PostVoidedInvoice : IPostOn<InvoiceVoided, Invoice>
{
    public IEnumerable<Posting> Of(InvoiceVoided happened, Invoice source) => InvoicePostings.Void(source);
}

/// <summary>Every invoice that is issued is posted in the same commit, wherever it was made.</summary>
sealed class PostIssuedInvoice : IPostOn<InvoiceIssued, Invoice>
{
    public IEnumerable<Posting> Of(InvoiceIssued happened, Invoice source) => InvoicePostings.Of(source.Id, source.Document, source.Customer);
}
