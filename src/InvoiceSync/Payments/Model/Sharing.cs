using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Payments.Model;

/// <summary>
/// Shares a payment out. Invoices with an amount get that; then stornos are netted whole, then the rest of the money settles the
/// oldest debts first. Example: 100.00 for a storno of −21.00, one of 121.00 and one of 50.00 open leaves 50.00 open, nothing over.
/// </summary>
static class Sharing
{
    public sealed record Share(InvoiceId Invoice, decimal Amount);

    public static IReadOnlyList<Share> Of(Money payment, IReadOnlyList<PaymentFor> asked, IReadOnlyList<Receivables.Debt> debts)
    {
        Rule.Require(payment.Amount != 0 && payment.Currency.Round(payment.Amount) == payment.Amount, PaymentErrors.AmountInvalid);
        Rule.Require(debts.All(d => d.Currency == payment.Currency), PaymentErrors.CurrencyDiffers);
        var shares = asked.Where(a => a.Amount is not null).Select(a => new Share(a.Invoice, a.Amount!.Value)).ToList();
        var left = payment.Amount - shares.Sum(s => s.Amount);
        foreach (var debt in debts.Where(d => asked.Any(a => a.Invoice == d.Id && a.Amount is null)).OrderBy(d => d.Open > 0).ThenBy(d => d.DueOn).ThenBy(d => d.Id.Value))
        {
            var share = debt.Open > 0 ? Math.Min(debt.Open, left) : payment.Amount < 0 ? Math.Max(debt.Open, left) : debt.Open;
            // Nothing open is for the invoice to refuse; an invoice the money does not reach is a slip.
            Rule.Require(debt.Open == 0 || Math.Sign(share) == Math.Sign(debt.Open), PaymentErrors.TooLittle);
            shares.Add(new(debt.Id, share));
            left -= share;
        }

        Rule.Require(payment.Amount > 0 ? left >= 0 : left == 0, PaymentErrors.PartsDiffer);
        return shares;
    }
}
