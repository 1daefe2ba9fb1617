using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

/// <summary>A charge on the whole while it is being typed: 12.50 is an amount, 5% a percentage.</summary>
public sealed class DraftChargeForm(DraftCharge charge)
{
    readonly DraftCharge kept = charge;

    public int Key { get; init; }

    public string Reason { get; set; } = charge.Reason ?? "";
    public string Code { get; set; } = charge.ReasonCode ?? "";
    public string Amount { get; set; } = charge.Percent is { } percent ? $"{TypedFigure.Text(percent)}%" : TypedFigure.Text(charge.Amount);

    /// <summary>A rate like 21, or the letter of a category without VAT.</summary>
    public string Vat { get; set; } = VatPick.Text(charge.Category, charge.Rate);

    public string? Law { get; set; } = charge.ExemptionReason;

    public bool IsEmpty => Reason.Length + Amount.Length + Code.Length == 0;

    public bool NeedsLaw => Vat == nameof(VatCategory.E);

    public DraftCharge Charge => kept with
    {
        Reason = Reason.Trim() is { Length: > 0 } reason ? reason : null,
        ReasonCode = Code.Length > 0 ? Code : null,
        Amount = IsPercent ? null : TypedFigure.Of(Amount),
        Percent = IsPercent ? TypedFigure.Of(Amount.Replace("%", "", StringComparison.Ordinal)) : null,
        Category = VatPick.Category(Vat),
        Rate = VatPick.Category(Vat) == VatCategory.S ? TypedFigure.Of(Vat) : null,
        // A reason given to another category, as by a program, stays with it.
        ExemptionReason = NeedsLaw || VatPick.Category(Vat) == kept.Category ? Law : null,
    };

    bool IsPercent => Amount.Contains('%', StringComparison.Ordinal);
}
