using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Model;

static class ApprovalErrors
{
    public static readonly Error NotFound = Error.NotFound("approval.not_found", "There is no such request for approval.");
    public static readonly Error Decided = Error.Conflict("approval.decided", "This was decided already, or edited since.");
    public static readonly Error ReasonMissing = Error.Invalid("approval.reason_missing", "Say in at most 500 characters why it is refused.", "Reason");
    public static readonly Error Own = Error.Forbidden("approval.own", "Nobody approves what is their own, unless a role allows it. Ask another approver.");
    public static readonly Error RuleNotFound = Error.NotFound("approval_rule.not_found", "There is no such rule.");
    public static readonly Error RuleNameMissing = Error.Invalid("approval_rule.name_missing", "Give the rule a name of at most 100 characters.", "Name");
    public static readonly Error RuleAmountInvalid = Error.Invalid("approval_rule.amount_invalid", "The amount is zero or more, or left empty.", "Above");
    public static readonly Error CurrencyUnknown = Error.Invalid("approval_rule.currency_unknown", "A currency is three capital letters, like RON or EUR.", "Currency");
    public static readonly Error RulesTooMany = Error.Refused("approval_rule.too_many", "A company can have at most 100 approval rules.");
}
