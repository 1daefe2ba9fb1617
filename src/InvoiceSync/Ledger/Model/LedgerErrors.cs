using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger.Model;

static class LedgerErrors
{
    public static readonly Error NotFound = Error.NotFound("journal_entry.not_found", "There is no such entry in the ledger.");
    public static readonly Error Unbalanced = Error.Invalid("journal_entry.unbalanced", "Debits and credits differ. An entry must have the same sum on both sides.", "Lines");
    public static readonly Error Empty = Error.Invalid("journal_entry.empty", "An entry needs an amount on each side.", "Lines");
    public static readonly Error TooLong = Error.Invalid("journal_entry.too_long", "That is more than 500 lines. Split it into several entries.", "Lines");
    public static readonly Error AmountInvalid = Error.Invalid("journal_line.amount_invalid", "An amount must be written in whole minor units of its currency, such as 12.34 in RON, and be below 10,000,000,000,000.", "Lines");
    public static readonly Error RateMissing = Error.Invalid("journal_entry.rate_missing", "An entry in another currency than RON needs the rate in RON for one unit.", "Rate");
    public static readonly Error DateInvalid = Error.Invalid("journal_entry.date_invalid", "Choose a date from the year 2000 to today.", "Date");
    public static readonly Error ReasonMissing = Error.Invalid("journal_entry.reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error PostedAlready = Error.Conflict("journal_entry.posted_already", "This stands in the ledger already.");
    public static readonly Error OpeningPosted = Error.Refused("opening_balances.posted_already", "Opening balances of this date and currency stand in the ledger already. Reverse that entry and choose another date, or adjust it.");
    public static readonly Error OfDocument = Error.Refused("journal_entry.of_document", "This entry follows from a document. Correct the document: its correction posts the counter entry.");
    public static readonly Error ReversedAlready = Error.Refused("journal_entry.reversed_already", "This entry was reversed already.");
    public static readonly Error CodeInvalid = Error.Invalid("account.code_invalid", "An account number has 1 to 20 letters, digits, dots or dashes.", "Code");
    public static readonly Error CodeTaken = Error.Invalid("account.code_taken", "Another account has this number.", "Code");
    public static readonly Error NameInvalid = Error.Invalid("account.name_invalid", "An account's name has at most 80 characters.", "Name");
    public static readonly Error Drifted = Error.Refused("ledger.drifted", "The ledger's balances are not the sum of its entries. Do not clear anything up: call who runs this installation.");
}
