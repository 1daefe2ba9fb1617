using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting;

/// <summary>What the REST API itself refuses, before any use case is asked.</summary>
static class ApiErrors
{
    public static readonly Error KeyMissing = Error.Forbidden("api_key.missing", "Send your API key as: Authorization: Bearer isk_… An owner makes keys in the portal under Settings, API keys.");
    public static readonly Error KeyInvalid = Error.Forbidden("api_key.invalid", "This API key is unknown, revoked, or of another company than this address.");
    public static readonly Error NotFound = Error.NotFound("id.not_found", "There is nothing with this id.");
    public static readonly Error RouteUnknown = Error.NotFound("route.not_found", "There is no such address, or not with this method. See /docs.");
    public static readonly Error BodyNotJson = Error.Invalid("body.not_json", "Send the body as JSON in UTF-8 with Content-Type: application/json.");
    public static readonly Error BodyTooLarge = Error.Invalid("body.too_large", "The body is larger than allowed: 1 MB below /v1, 256 KB for lists, 16 KB elsewhere.");
    public static readonly Error RequestBroken = Error.Invalid("request.broken", "This request is not complete or not valid HTTP.");
    public static readonly Error TextBroken = Error.Invalid("text.broken", "The query holds a character that no text has. Send UTF-8 without NUL.");
    public static readonly Error KeyInAddress = Error.Invalid("api_key.exposed", "A key stood in the address, where logs and histories keep it. Make a new one, end this one, and send keys in the header Authorization only.");
    public static readonly Error TooMany = Error.Unavailable("rate.limited", "Too many requests. Wait as many seconds as the header Retry-After says.");
    public static readonly Error CursorInvalid = Error.Invalid("cursor.invalid", "Pass next_cursor of the page before as it is, or nothing.", "starting_after");
    public static readonly Error LimitInvalid = Error.Invalid("limit.invalid", "limit is a whole number from 1 to 100.", "limit");
    public static readonly Error RangeReversed = Error.Invalid("range.reversed", "end_date is before start_date.", "end_date");
    public static readonly Error CustomerInvalid = Error.Invalid("customer_id.invalid", "A Stripe customer id has at most 255 characters, like cus_….", "customer_id");
    public static readonly Error SourceTypeUnknown = Error.Invalid("source_type.unknown", "source_type is stripe_invoice or stripe_charge.", "source_type");
    public static readonly Error SourceIdMissing = Error.Invalid("source_id.missing", "source_id names the Stripe invoice (in_…) or charge (ch_…).", "source_id");
    public static readonly Error ProviderUnknown = Error.Invalid("provider.unknown", "provider is anaf, smartbill or archive. Leave it out to file where the company does.", "provider");
    public static readonly Error ProviderMismatched = Error.Conflict("provider.mismatched", "The company files elsewhere. Leave provider out, or choose this one under Where invoices are filed.");
    public static readonly Error MappingInvalid = Error.Invalid("mapping.invalid", "Each mapping has an email and a cui, and an email stands once.", "mappings");
    public static readonly Error FormatUnknown = Error.Invalid("format.unknown", "format is xml (as sent) or zip (with the authority's seal).", "format");

    public static Error BodyInvalid(string? field) => Error.Invalid("body.invalid", field is null ? "This is not the JSON expected here. See /docs." : $"{field} is unknown here or has the wrong type. See /docs.", field);

    public static Error DateInvalid(string field) => Error.Invalid("date.invalid", $"{field} is a day between 2000 and 2100 as yyyy-MM-dd, like 2026-11-21.", field);

    public static Error ValueUnknown(string field, IEnumerable<string> known) => Error.Invalid("value.unknown", $"{field} is one of {string.Join(", ", known)}.", field);
}
