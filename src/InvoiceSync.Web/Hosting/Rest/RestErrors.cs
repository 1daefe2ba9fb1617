using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>What version 1 itself refuses, before any use case is asked. Those of field and parameter stand in errors, below body.invalid and query.invalid.</summary>
static class RestErrors
{
    public static readonly Error QueryInvalid = Error.Invalid("query.invalid", "The query is not what is expected here. errors says which parameters are wrong.");
    public static readonly Error VersionMissing = Error.Refused("if_match.missing", "Send If-Match with the ETag you read, so that you do not undo somebody else's change.");
    public static readonly Error VersionInvalid = Error.Invalid("if_match.invalid", "If-Match is the ETag of the answer you read, as it is, like \"7\".");
    public static readonly Error FieldUnknown = Error.Invalid("field.unknown", "There is no such field here. See /docs.");
    public static readonly Error FieldMissing = Error.Invalid("field.missing", "This field is required.");
    public static readonly Error FieldTextBroken = Error.Invalid("field.text_broken", "The text holds a character that no text has: a NUL or half a pair of UTF-16.");
    public static readonly Error ParameterUnknown = Error.Invalid("parameter.unknown", "There is no such parameter here. See /docs.");
    public static readonly Error ParameterRepeated = Error.Invalid("parameter.repeated", "Send this parameter once.");

    public static readonly Error BulkSize = Error.Invalid("bulk.size_invalid", "Send 1 to 1,000 items at once.");

    public static readonly Error BulkRepeated = Error.Conflict("bulk.item_repeated", "An item before this one changes the same thing. Put both changes into one.");

    public static readonly Error RepeatKeyInvalid = Error.Invalid("idempotency_key.invalid", "Idempotency-Key has 1 to 255 printable characters of ASCII, and is sent once.");
    public static readonly Error RepeatInProgress = Error.Conflict("idempotency_key.in_progress", "A request with this Idempotency-Key is still being carried out. Ask again when Retry-After has passed.");

    public static Error FieldTypeWrong(string expected) => Error.Invalid("field.type_wrong", $"Expected {expected}.");

    public static Error ParameterInvalid(string expected) => Error.Invalid("parameter.invalid", $"Expected {expected}.");
}
