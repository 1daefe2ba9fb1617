using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Who an assertion or a log-out is about.</summary>
sealed record NamedSubject(string Value, string Format, string? ForWhom)
{
    const int Longest = 256;

    public static NamedSubject Read(XmlElement? name)
    {
        SamlRefusedException.Unless(name is not null, SamlFault.NameId);
        var value = name!.Text(SamlFault.NameId).Trim();
        SamlRefusedException.Unless(value.Length is > 0 and <= Longest && !value.Any(char.IsControl), SamlFault.NameId);
        return new(value, name!.Plain("Format") ?? SamlNames.Unspecified, name!.Plain("SPNameQualifier"));
    }
}
