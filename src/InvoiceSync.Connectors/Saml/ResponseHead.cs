using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>What the response says about itself, outside the assertion.</summary>
sealed record ResponseHead(string? Version, string? Issuer, string? Destination, string? InResponseTo, bool Succeeded)
{
    public static ResponseHead Read(XmlElement response) => new(
        response.Plain("Version"),
        response.Only("Issuer", SamlNames.Assertion, SamlFault.Issuer)?.Text(SamlFault.Issuer).Trim(),
        response.Plain("Destination"),
        response.Plain("InResponseTo"),
        IsSuccess(response));

    public static bool IsSuccess(XmlElement response) =>
        response.Named("Status", SamlNames.Protocol).ToList() is [var status]
        && status.Named("StatusCode", SamlNames.Protocol).ToList() is [var code]
        && code.Plain("Value") == SamlNames.Success;
}
