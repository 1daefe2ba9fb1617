using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class ApiKeyErrors
{
    public static readonly Error NameMissing = Error.Invalid("api_key.name_missing", "Give the key a name of at most 100 characters.", "Name");
    public static readonly Error NotFound = Error.NotFound("api_key.not_found", "There is no such API key.");
    public static readonly Error ScopesMissing = Error.Invalid("api_key.scopes_missing", "Choose at least one thing the key may do.", "Scopes");
    public static readonly Error ScopeUnknown = Error.Invalid("api_key.scope_unknown", "One of the permissions does not exist.", "Scopes");
    public static readonly Error ScopeNotYours = Error.Forbidden("api_key.scope_not_held", "A key cannot be given what you may not do yourself.");
    public static readonly Error AddressInvalid = Error.Invalid("api_key.address_invalid", "Write addresses like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32, at most 32 of them; leave the field empty to allow all.", "Addresses");
    public static readonly Error ExpiryInvalid = Error.Invalid("api_key.expiry_invalid", "The last day must lie in the future, at most five years ahead.", "ExpiresOn");
    public static readonly Error OverlapInvalid = Error.Invalid("api_key.overlap_invalid", "The old secret may go on for 0 to 168 hours.", "Hours");
    public static readonly Error AddressRefused = Error.Forbidden("api_key.address_refused", "This API key may not be used from this network address.");
    public static readonly Error MadeByKey = Error.Forbidden("api_key.made_by_key", "A key that another key made makes none itself.");
    public static readonly Error AddressWider = Error.Forbidden("api_key.address_wider", "A key that may only be used from some addresses makes keys for these alone: name them.");
    public static readonly Error Suspended = Error.Forbidden("api_key.suspended", "Whoever made this API key no longer belongs to the company. An owner can take the key over in the portal.");
}
