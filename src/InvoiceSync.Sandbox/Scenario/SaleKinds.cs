namespace InvoiceSync.Sandbox.Scenario;

static class SaleKinds
{
    public const string Company = "company", Individual = "individual", Eur = "eur", B2c = "b2c", Refused = "refused", MultiRate = "multi-rate",
        Discount = "discount", Charge = "charge", Unpaid = "unpaid", NoAddress = "no-address", ReverseCharge = "reverse-charge", Inclusive = "inclusive",
        Proration = "proration", Free = "free", Huf = "huf", Union = "union", AbroadPerson = "abroad-person",
        Refunded = "refunded", Credited = "credited";

    /// <summary>Invoiced without a question; the authority turns refused down, and union need not be filed.</summary>
    public static readonly IReadOnlyList<string> Plain = [Company, Individual, Eur, B2c, Refused, MultiRate, Discount, Charge, Unpaid, ReverseCharge, Inclusive, Proration, Free, Huf, Union, AbroadPerson, Refunded, Credited];

    /// <summary>Sales a careful mapper parks for a human instead of guessing.</summary>
    public static readonly IReadOnlyList<string> Parked = [NoAddress];

    public static bool Knows(string kind) => Plain.Contains(kind) || Parked.Contains(kind);
}
