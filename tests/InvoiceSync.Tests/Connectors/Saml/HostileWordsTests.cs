using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Documents signed by the right provider that say something we must not act on.</summary>
public sealed class HostileWordsTests
{
    static readonly Hostile[] All =
    [
        new("another version of the response", SamlFault.Version) { Before = d => d with { Version = "1.1" } },
        new("another version of the assertion", SamlFault.Version) { Before = d => d with { AssertionVersion = "1.1" } },
        new("a refused sign-in", SamlFault.Status) { Before = d => d with { Status = d.Status.Replace("Success", "Responder") } },
        new("no status", SamlFault.Status) { Before = d => d with { Status = "" } },
        new("two states", SamlFault.Status) { Before = d => d with { Status = d.Status + d.Status } },
        new("another provider in the assertion", SamlFault.Issuer) { Before = d => d with { AssertionIssuer = "<saml:Issuer>https://evil.example</saml:Issuer>" } },
        new("another provider in the response", SamlFault.Issuer) { Before = d => d with { ResponseIssuer = "<saml:Issuer>https://evil.example</saml:Issuer>" } },
        new("a provider in other letters", SamlFault.Issuer) { Before = d => d with { AssertionIssuer = d.AssertionIssuer.Replace("idp.example", "IDP.example") } },
        new("another company's provider", SamlFault.Issuer) { Terms = t => t with { IdpEntityId = "https://other.example/metadata" } },
        new("another destination", SamlFault.Destination) { Before = d => d with { ResponseAttributes = d.ResponseAttributes.Replace("/acme/", "/beta/") } },
        new("a destination with more behind it", SamlFault.Destination) { Before = d => d with { ResponseAttributes = d.ResponseAttributes.Replace("/acs\"", "/acs/\"") } },
        new("no destination", SamlFault.Destination) { Before = d => d with { ResponseAttributes = "InResponseTo=\"_request1\"" } },
        new("another recipient", SamlFault.Recipient) { Before = d => d with { ConfirmationData = Draft.Data(recipient: "https://other.example/acs") } },
        new("no recipient", SamlFault.Recipient) { Before = d => d with { ConfirmationData = d.ConfirmationData.Replace($"Recipient=\"{Draft.Acs}\"", "") } },
        new("another audience", SamlFault.Audience) { Before = d => d with { Conditions = Audience("https://other.example") } },
        new("no audience", SamlFault.Audience) { Before = d => d with { Conditions = "" } },
        new("an audience that has to be both", SamlFault.Audience) { Before = d => d with { Conditions = Audience(Draft.Sp) + Audience("https://other.example") } },
        new("another company's audience", SamlFault.Audience) { Terms = t => t with { EntityId = "https://portal.example/sso/beta/saml/metadata" } },
        new("no conditions", SamlFault.NoConditions) { Before = d => d with { ConditionsName = "Ignored" } },
        new("a condition nobody knows", SamlFault.UnknownCondition) { Before = d => d with { Conditions = d.Conditions + "<saml:Condition/>" } },
        new("a condition of a stranger", SamlFault.UnknownCondition) { Before = d => d with { Conditions = d.Conditions + "<x:OneTimeUse xmlns:x=\"urn:evil\"/>" } },
        new("two kinds of answer", SamlFault.InResponseTo) { Before = d => d with { ConfirmationData = Draft.Data(rest: "InResponseTo=\"_request2\"") } },
        new("an answer that is one outside only", SamlFault.InResponseTo) { Before = d => d with { ConfirmationData = Draft.Data(rest: "") } },
        new("an answer that is one inside only", SamlFault.InResponseTo) { Before = d => d with { ResponseAttributes = $"Destination=\"{Draft.Acs}\"" } },
        new("not yet good", SamlFault.TooEarly) { Before = d => d with { Times = $"NotBefore=\"{Draft.At(3)}\" NotOnOrAfter=\"{Draft.At(9)}\"" } },
        new("issued in the future", SamlFault.TooEarly) { Before = d => d with { IssueInstant = Draft.At(3) } },
        new("signed in in the future", SamlFault.TooEarly) { Before = d => d with { Authentication = Draft.Authenticated(at: 3) } },
        new("conditions over", SamlFault.Expired) { Before = d => d with { Times = $"NotOnOrAfter=\"{Draft.At(-2)}\"" } },
        new("confirmation over", SamlFault.Expired) { Before = d => d with { ConfirmationData = Draft.Data(until: -2) } },
        new("good for a day", SamlFault.TooFarAhead) { Before = d => d with { ConfirmationData = Draft.Data(until: 24 * 60) } },
        new("a session that is over", SamlFault.SessionEnded) { Before = d => d with { Authentication = Draft.Authenticated(at: -600, ends: -2) } },
        new("a time without a zone", SamlFault.MalformedTime) { Before = d => d with { IssueInstant = "2026-11-21T10:00:00" } },
        new("a time in words", SamlFault.MalformedTime) { Before = d => d with { Times = "NotOnOrAfter=\"never\"" } },
        new("a time in the year 9999", SamlFault.MalformedTime) { Before = d => d with { Times = "NotOnOrAfter=\"9999-12-31T23:59:59Z\"" } },
        new("held by a key", SamlFault.ConfirmationMethod) { Before = d => d with { Method = d.Method.Replace("bearer", "holder-of-key") } },
        new("vouched for by the sender", SamlFault.ConfirmationMethod) { Before = d => d with { Method = d.Method.Replace("bearer", "sender-vouches") } },
        new("no confirmation data", SamlFault.ConfirmationData) { Before = d => d with { ConfirmationData = "" } },
        new("a confirmation without an end", SamlFault.ConfirmationData) { Before = d => d with { ConfirmationData = $"<saml:SubjectConfirmationData Recipient=\"{Draft.Acs}\" InResponseTo=\"_request1\"/>" } },
        new("a confirmation for later", SamlFault.ConfirmationData) { Before = d => d with { ConfirmationData = Draft.Data(rest: $"InResponseTo=\"_request1\" NotBefore=\"{Draft.At(-1)}\"") } },
        new("no authentication", SamlFault.NoAuthentication) { Before = d => d with { Authentication = "" } },
        new("an attribute twice", SamlFault.DuplicateAttribute) { Before = d => d with { Attributes = d.Attributes + d.Attributes } },
        new("no name", SamlFault.NameId) { Before = d => d with { NameId = "" } },
        new("an empty name", SamlFault.NameId) { Before = d => d with { NameId = "<saml:NameID/>" } },
        new("a name with an element in it", SamlFault.NameId) { Before = d => d with { NameId = "<saml:NameID>admin@acme.test<x/>.evil</saml:NameID>" } },
        new("a name of many letters", SamlFault.NameId) { Before = d => d with { NameId = $"<saml:NameID>{new string('a', 257)}</saml:NameID>" } },
        new("a name with a line in it", SamlFault.NameId) { Before = d => d with { NameId = "<saml:NameID>alice&#10;admin</saml:NameID>" } },
        new("two names", SamlFault.NameId) { Before = d => d with { NameId = d.NameId + d.NameId } },
        new("a name for today only", SamlFault.NameIdFormat) { Before = d => d with { NameId = d.NameId.Replace("1.1:nameid-format:emailAddress", "2.0:nameid-format:transient") } },
        new("another format than configured", SamlFault.NameIdFormat) { Terms = t => t with { NameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" } },
        new("a name for another portal", SamlFault.NameQualifier) { Before = d => d with { NameId = d.NameId.Replace("<saml:NameID ", "<saml:NameID SPNameQualifier=\"https://other.example\" ") } },
    ];

    public static TheoryData<string> Names => [.. All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name) => All.Single(h => h.Name == name).MustBeRefused();

    static string Audience(string of) => $"<saml:AudienceRestriction><saml:Audience>{of}</saml:Audience></saml:AudienceRestriction>";
}
