using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What keeps a draft from being issued: each says what to do, and points at the field.</summary>
static class DraftFaults
{
    public static readonly Error BuyerMissing = Fault("buyer_missing", "buyer.name", "Enter who the invoice is for.");
    public static readonly Error TaxIdMissing = Fault("tax_id_missing", "buyer.tax_id", "Enter the company's tax number, or say that the buyer is a person.");
    public static readonly Error CuiWrong = Fault("cui_invalid", "buyer.tax_id", "This is not a Romanian CUI: 2 to 10 digits with a right check digit.");
    public static readonly Error CnpWrong = Fault("cnp_invalid", "buyer.tax_id", "This is no CNP: 13 digits with a right check digit. A person need not give one.");
    public static readonly Error DueBeforeIssue = Fault("due_before_issue", "due_on", "The invoice cannot be due before it is issued.");
    public static readonly Error IssueInFuture = Fault("issue_in_future", "issue_on", "The day of issue is still to come.");
    public static readonly Error SelfBilledByPerson = Fault("self_billed_by_person", "buyer.kind", "Only a company can issue invoices in your name.");
    public static readonly Error SupplyReversed = Fault("supply_reversed", "supplied_to", "The period of supply ends before it begins.");
    public static readonly Error Empty = Fault("empty", "lines", "Enter at least one line.");
    public static readonly Error Negative = Fault("negative", "lines", "The invoice comes to less than nothing: that is a credit note.");

    public static Error NameMissing(string line) => Fault("line_name_missing", $"{line}.name", "Say what is sold.");

    public static Error QuantityMissing(string line) => Fault("quantity_missing", $"{line}.quantity", "Enter a quantity.");

    public static Error PriceMissing(string line) => Fault("price_missing", $"{line}.unit_price", "Enter a price.");

    public static Error ChargeAmountMissing(string charge) => Fault("charge_amount_missing", $"{charge}.amount", "Enter an amount or a percentage.");

    public static Error ChargeReasonMissing(string charge) => Fault("charge_reason_missing", $"{charge}.reason", "Say what the charge is for, or choose its code.");

    public static Error OnlyOutsideVat(string line) => Fault("category_outside_vat", $"{line}.category", "Category O is for companies that are no VAT payers.");

    public static Error OutsideVat(string line) => Fault("seller_outside_vat", $"{line}.category", "Your company is no VAT payer: choose category O, without a rate.");

    public static Error LawMissing(string line) => Fault("law_missing", $"{line}.exemption_reason", "Name the article of law that exempts it.");

    public static Error RateNotAllowed(string line, DateOnly suppliedOn) =>
        Fault("rate_not_allowed", $"{line}.rate", $"On {suppliedOn:yyyy-MM-dd} the rates are {string.Join(", ", VatRates.On(suppliedOn))} percent.");

    /// <summary>What the authority would refuse, already in the reader's language.</summary>
    public static Error OfRule(IDocumentCheck.Fault fault) => Fault("rule_broken", fault.Field, fault.Problem);

    static Error Fault(string code, string field, string message) => Error.Invalid($"draft.{code}", message, field);
}
