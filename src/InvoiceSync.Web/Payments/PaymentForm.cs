using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Web.Invoicing;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Payments;

/// <summary>A payment being typed: which invoices it is for, and how much. The request is made once, so that a second click is no second payment.</summary>
sealed class PaymentForm(IReadOnlyList<ListOpenInvoices.Row> open, DateOnly today, Guid request)
{
    readonly HashSet<InvoiceId> chosen = [.. open.Take(1).Select(i => i.Id)];
    string? amount;

    public IReadOnlyList<ListOpenInvoices.Row> Open => open;

    public Currency Currency => open[0].Open.Currency;

    public DateOnly ReceivedOn { get; set; } = today;

    public string? Method { get; set; } = nameof(PaymentMethod.BankTransfer);

    public string? Reference { get; set; }

    public string? Note { get; set; }

    /// <summary>As typed; until then what the chosen invoices have open.</summary>
    public string? Amount
    {
        get => amount ?? Formats.Figure(Due, Currency);
        set => amount = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public decimal Due => open.Where(i => chosen.Contains(i.Id)).Sum(i => i.Open.Amount);

    public decimal? Typed => amount is null ? Due : TypedFigure.Of(amount);

    /// <summary>What would be the customer's credit.</summary>
    public decimal Over => Typed is > 0 and { } typed && typed > Due ? typed - Due : 0;

    public bool IsChosen(InvoiceId id) => chosen.Contains(id);

    public void Choose(InvoiceId id, bool on)
    {
        if (on) chosen.Add(id);
        else chosen.Remove(id);
    }

    public string Day
    {
        get => ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        set => ReceivedOn = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;
    }

    public RecordPayment Command => new(
        request, ReceivedOn, new(Typed ?? 0, Currency), Enum.TryParse<PaymentMethod>(Method, out var method) ? method : PaymentMethod.Other,
        [.. open.Where(i => chosen.Contains(i.Id)).Select(i => new PaymentFor(i.Id))])
    {
        Reference = Reference,
        Note = Note,
    };
}
