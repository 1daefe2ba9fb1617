using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class DraftErrors
{
    public static readonly Error NotFound = Error.NotFound("draft.not_found", "There is no such draft. It was issued or deleted.");
    public static readonly Error Changed = Error.Conflict("draft.changed", "Somebody else has changed this draft. Read it again before you go on.");
    public static readonly Error Waits = Error.Refused("draft.waits", "This draft waits for approval. It is issued as soon as it is approved; an edit asks anew.");
    public static readonly Error OfSchedule = Error.Refused("draft.kept_for_schedule", "This draft was begun to change what a schedule says. Take it over there, or throw it away.");
    public static readonly Error ProfileMissing = Error.Refused("company.profile_missing", "Fill in your company profile first, then try again.");

    public static readonly Error CustomerUnknown = Error.Invalid("draft.customer_unknown", "There is no such customer.", "customer_id");
    public static readonly Error CustomerArchived = Error.Invalid("draft.customer_archived", "This customer is archived. Restore it, or choose another one.", "customer_id");

    public static Error Refused(string why) => Error.Refused("draft.refused", why);

    public static Error TooLong(string field, int longest) => Error.Invalid("draft.too_long", $"Shorten this to {longest} characters.", field);

    public static Error OutOfRange(string field, string range) => Error.Invalid("draft.out_of_range", $"Enter {range}.", field);
}
