namespace InvoiceSync.Sandbox.Scenario;

static class SaleKinds
{
    public const string Company = "company", Individual = "individual", Eur = "eur", B2c = "b2c", Refused = "refused", MultiRate = "multi-rate",
        Discount = "discount", Charge = "charge", Unpaid = "unpaid", NoAddress = "no-address", ReverseCharge = "reverse-charge", Inclusive = "inclusive";

    /// <summary>Filed without a question, save refused, which the authority turns down.</summary>
    public static readonly IReadOnlyList<string> Plain = [Company, Individual, Eur, B2c, Refused, MultiRate, Discount, Charge, Unpaid];

    /// <summary>Sales a careful mapper parks for a human instead of guessing.</summary>
    public static readonly IReadOnlyList<string> Parked = [NoAddress, ReverseCharge, Inclusive];

    public static bool Knows(string kind) => Plain.Contains(kind) || Parked.Contains(kind);
}
