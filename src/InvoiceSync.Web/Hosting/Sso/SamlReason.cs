using System.Text.RegularExpressions;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>A refusal in the words administrators read: SignatureMismatch is saml.signature_mismatch.</summary>
static partial class SamlReason
{
    public static string Of(SamlFault fault) => "saml." + Humps().Replace(fault.ToString(), "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}
