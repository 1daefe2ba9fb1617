using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class SamlErrors
{
    public static readonly Error RequestUnknown = Error.Forbidden("saml.request_unknown", "This sign-in was not begun here, or too long ago. Begin again.");
    public static readonly Error AnswerUsed = Error.Forbidden("saml.answer_used", "This sign-in was used already. Begin again.");
    public static readonly Error NothingWaits = Error.Refused("saml.nothing_waiting", "The provider's metadata shows nothing new to accept.");
    public static readonly Error NotSaml = Error.Refused("saml.not_a_connection", "This connection does not speak SAML.");

    public static Error MetadataUnusable(string? why) => Error.Invalid("saml.metadata_unusable", $"The provider's metadata cannot be used ({why}).", "Metadata");
}
