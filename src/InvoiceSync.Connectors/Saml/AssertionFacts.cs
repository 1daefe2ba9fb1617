using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>An assertion in our own words. Reading it judges its form; whether it is for us and still good is judged after.</summary>
sealed record AssertionFacts(string Id, string? Version, string Issuer, DateTimeOffset IssuedAt, NamedSubject Name)
{
    public required IReadOnlyList<Confirmation> Confirmations { get; init; }

    public required Terms? Conditions { get; init; }

    public required IReadOnlyList<Authentication> Authentications { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; }

    public sealed record Confirmation(bool IsBearer, bool HasData, string? Recipient, string? InResponseTo, DateTimeOffset? NotBefore, DateTimeOffset? NotOnOrAfter);

    public sealed record Terms(DateTimeOffset? NotBefore, DateTimeOffset? NotOnOrAfter, IReadOnlyList<IReadOnlyList<string>> Audiences);

    public sealed record Authentication(DateTimeOffset? At, string? SessionIndex, DateTimeOffset? SessionEndsAt, string? Context);

    public static AssertionFacts Read(XmlElement assertion)
    {
        var subject = assertion.Only("Subject", SamlNames.Assertion, SamlFault.MalformedAssertion);
        SamlRefusedException.Unless(subject is not null, SamlFault.NameId);
        var issuer = assertion.Only("Issuer", SamlNames.Assertion, SamlFault.Issuer);
        SamlRefusedException.Unless(issuer is not null, SamlFault.Issuer);
        var id = assertion.Plain("ID");
        var issuedAt = SamlTime.Of(assertion, "IssueInstant");
        SamlRefusedException.Unless(!string.IsNullOrEmpty(id) && issuedAt is not null, SamlFault.MalformedAssertion);

        return new(
            id!,
            assertion.Plain("Version"),
            issuer!.Text(SamlFault.Issuer).Trim(),
            issuedAt!.Value,
            NamedSubject.Read(subject!.Only("NameID", SamlNames.Assertion, SamlFault.NameId)))
        {
            Confirmations = [.. subject!.Named("SubjectConfirmation", SamlNames.Assertion).Select(ReadConfirmation)],
            Conditions = assertion.Only("Conditions", SamlNames.Assertion, SamlFault.MalformedAssertion) is { } conditions ? ReadTerms(conditions) : null,
            Authentications = [.. assertion.Named("AuthnStatement", SamlNames.Assertion).Select(ReadAuthentication)],
            Attributes = AttributeReading.Of(assertion),
        };
    }

    static Confirmation ReadConfirmation(XmlElement confirmation)
    {
        var data = confirmation.Only("SubjectConfirmationData", SamlNames.Assertion, SamlFault.ConfirmationData);
        return new(
            confirmation.Plain("Method") == SamlNames.Bearer,
            data is not null,
            data?.Plain("Recipient"),
            data?.Plain("InResponseTo"),
            data is null ? null : SamlTime.Of(data, "NotBefore"),
            data is null ? null : SamlTime.Of(data, "NotOnOrAfter"));
    }

    // A condition we do not know may be the one that is not met.
    static Terms ReadTerms(XmlElement conditions)
    {
        SamlRefusedException.Unless(
            conditions.Children.All(c => c.NamespaceURI == SamlNames.Assertion && c.LocalName is "AudienceRestriction" or "OneTimeUse" or "ProxyRestriction"),
            SamlFault.UnknownCondition);
        return new(
            SamlTime.Of(conditions, "NotBefore"),
            SamlTime.Of(conditions, "NotOnOrAfter"),
            [.. conditions.Named("AudienceRestriction", SamlNames.Assertion).Select(r => (IReadOnlyList<string>)
                [.. r.Named("Audience", SamlNames.Assertion).Select(a => a.Text(SamlFault.Audience).Trim())])]);
    }

    static Authentication ReadAuthentication(XmlElement statement) => new(
        SamlTime.Of(statement, "AuthnInstant"),
        statement.Plain("SessionIndex"),
        SamlTime.Of(statement, "SessionNotOnOrAfter"),
        statement.Only("AuthnContext", SamlNames.Assertion, SamlFault.MalformedAssertion)
            ?.Only("AuthnContextClassRef", SamlNames.Assertion, SamlFault.MalformedAssertion)?.InnerText.Trim());
}
