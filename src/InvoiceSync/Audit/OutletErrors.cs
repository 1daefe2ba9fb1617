using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class OutletErrors
{
    public static readonly Error NotFound = Error.NotFound("outlet.not_found", "There is no such log system here.");
    public static readonly Error NameMissing = Error.Invalid("outlet.name_missing", "Give the log system a name of at most 80 characters.", "Name");
    public static readonly Error AddressRefused = Error.Invalid("outlet.address_refused", "Enter a public https address, like https://logs.example.com:8443. Addresses of inner networks are not called.", "Address");
    public static readonly Error IndexInvalid = Error.Invalid("outlet.index_invalid", "An index has at most 120 characters: small letters, digits, dots, hyphens and underscores. Elastic needs one.", "Index");
    public static readonly Error SourceInvalid = Error.Invalid("outlet.source_invalid", "A source has at most 80 letters, digits, dots, colons, hyphens and underscores.", "Source");
    public static readonly Error TokenMissing = Error.Invalid("outlet.token_missing", "Enter the token. It is asked for again when the address or the kind changes: a token goes only where it was meant to.", "Token");
    public static readonly Error TooMany = Error.Refused("outlet.too_many", "A company can push its log to five systems at most.");
}
