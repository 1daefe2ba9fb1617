using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class CreditErrors
{
    public static readonly Error OfCredit = Error.Refused("credit.of_credit", "This document takes something back itself. Write a new invoice instead.");
    public static readonly Error OfVoided = Error.Refused("credit.of_voided", "This invoice is void: there is nothing to credit.");
    public static readonly Error NothingLeft = Error.Refused("credit.nothing_left", "All of this invoice has been credited already.");
    public static readonly Error MoreThanLeft = Error.Invalid("credit.more_than_left", "This is more than what is left of the invoice.", "Amount");
    public static readonly Error AmountWrong = Error.Invalid("credit.amount_invalid", "Enter an amount above zero, no finer than the coins of the currency.", "Amount");
    public static readonly Error TwoWays = Error.Invalid("credit.two_ways", "Say either an amount or lines.", "Amount");
    public static readonly Error LinesMissing = Error.Invalid("credit.lines_missing", "Enter how much of at least one line.", "Lines");
    public static readonly Error ReasonMissing = Error.Invalid("credit.reason_missing", "Say why, in 1 to 300 characters: it is printed on the document.", "Reason");
    public static readonly Error Waits = Error.Refused("credit.waits", "This credit note waits for approval. It is issued as soon as it is approved.");
    public static readonly Error NotWaiting = Error.NotFound("credit.not_waiting", "There is no such credit note waiting. It was issued or withdrawn.");

    public static Error LineUnknown(string line) => Error.Invalid("credit.line_unknown", $"The invoice has no line {line}, or it is named twice.", "Lines");

    public static Error QuantityTooLarge(string line) => Error.Invalid("credit.quantity_too_large", $"Of line {line} that much is not left.", "Lines");

    public static Error Refused(string why) => Error.Refused("credit.refused", why);

    /// <summary>What the authority would not take, already in the reader's language.</summary>
    public static Error RuleBroken(string problem, string field) => Error.Invalid("credit.rule_broken", problem, field);
}
