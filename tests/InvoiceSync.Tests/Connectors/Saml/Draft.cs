using System.Globalization;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>A response as an honest provider would write it; a test changes one word of it before it is signed.</summary>
sealed record Draft
{
    public const string Idp = "https://idp.example/metadata";
    public const string Sp = "https://portal.example/sso/acme/saml/metadata";
    public const string Acs = "https://portal.example/sso/acme/saml/acs";
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public string Version { get; init; } = "2.0";

    public string AssertionVersion { get; init; } = "2.0";

    public string ResponseAttributes { get; init; } = $"""Destination="{Acs}" InResponseTo="_request1" """;

    public string ResponseIssuer { get; init; } = $"<saml:Issuer>{Idp}</saml:Issuer>";

    public string Status { get; init; } = """<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>""";

    public string AssertionIssuer { get; init; } = $"<saml:Issuer>{Idp}</saml:Issuer>";

    public string NameId { get; init; } = """<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice@acme.test</saml:NameID>""";

    public string Method { get; init; } = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    public string ConfirmationData { get; init; } = Data();

    public string Times { get; init; } = $"""NotBefore="{At(-1)}" NotOnOrAfter="{At(5)}" """;

    public string Conditions { get; init; } = $"<saml:AudienceRestriction><saml:Audience>{Sp}</saml:Audience></saml:AudienceRestriction>";

    public string ConditionsName { get; init; } = "Conditions";

    public string IssueInstant { get; init; } = At(0);

    public string Authentication { get; init; } = Authenticated();

    public string Attributes { get; init; } = """
        <saml:AttributeStatement><saml:Attribute Name="groups"><saml:AttributeValue>books</saml:AttributeValue><saml:AttributeValue>sales</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
        """;

    public string Extra { get; init; } = "";

    public bool AssertionSigned { get; init; } = true;

    public bool ResponseSigned { get; init; }

    public Signer Signer { get; init; } = new();

    public string Assertion => $"""
        <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion1" Version="{AssertionVersion}" IssueInstant="{IssueInstant}">{AssertionIssuer}
          <saml:Subject>{NameId}<saml:SubjectConfirmation Method="{Method}">{ConfirmationData}</saml:SubjectConfirmation></saml:Subject>
          <saml:{ConditionsName} {Times}>{Conditions}</saml:{ConditionsName}>
          {Authentication}{Attributes}</saml:Assertion>
        """;

    public string Response(string assertion) => $"""
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response1" Version="{Version}" IssueInstant="{IssueInstant}" {ResponseAttributes}>{ResponseIssuer}
          {Status}{Extra}
          {assertion}
        </samlp:Response>
        """;

    public static string Data(string recipient = Acs, double until = 5, string rest = "InResponseTo=\"_request1\"") =>
        $"""<saml:SubjectConfirmationData Recipient="{recipient}" NotOnOrAfter="{At(until)}" {rest}/>""";

    public static string Authenticated(double at = 0, double ends = 480) => $"""
        <saml:AuthnStatement AuthnInstant="{At(at)}" SessionIndex="_session1" SessionNotOnOrAfter="{At(ends)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
        """;

    public static string At(double minutes) => Now.AddMinutes(minutes).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
