using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// What an issued invoice means in money: the customer owes its total against revenue and VAT, each rate by itself; what its
/// totals say is paid (BT-113) is no longer owed. A negative one (storno) turns the sides round.
/// </summary>
static class InvoicePostings
{
    const string Source = "invoicing";

    // UNTDID 4461
    const string CreditTransfer = "30";

    public static IEnumerable<Posting> Of(InvoiceId id, InvoiceDocument document)
    {
        var (totals, customer) = (document.Totals, CustomerOf(document.Buyer));
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

/// <summary>Every invoice that is issued is posted in the same commit, wherever it was made.</summary>
sealed class PostIssuedInvoice : IPostOn<InvoiceIssued, Invoice>
{
    public IEnumerable<Posting> Of(InvoiceIssued happened, Invoice source) => InvoicePostings.Of(source.Id, source.Document);
}
