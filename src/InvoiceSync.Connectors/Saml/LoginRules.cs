namespace InvoiceSync.Connectors.Saml;

/// <summary>Whether a genuine assertion is for us, from the right provider, by the bearer, and good now.</summary>
static class LoginRules
{
    // A bearer assertion is handed over at once; one that can wait for longer than this is one to steal.
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static SamlLogin Judge(ResponseHead head, AssertionFacts facts, SamlTerms terms, DateTimeOffset now)
    {
        SamlRefusedException.Unless(head.Version == "2.0" && facts.Version == "2.0", SamlFault.Version);
        SamlRefusedException.Unless(head.Succeeded, SamlFault.Status);
        SamlRefusedException.Unless(facts.Issuer == terms.IdpEntityId && (head.Issuer ?? facts.Issuer) == terms.IdpEntityId, SamlFault.Issuer);
        SamlRefusedException.Unless(head.Destination == terms.AcsUrl, SamlFault.Destination);
        SamlRefusedException.Unless(facts.IssuedAt <= now + SamlTime.Skew, SamlFault.TooEarly);
        JudgeName(facts.Name, terms);
        JudgeConditions(facts.Conditions, terms, now);
        var confirmation = JudgeConfirmations(facts.Confirmations, head, terms, now);
        var authentication = JudgeAuthentications(facts.Authentications, now);

        return new(facts.Id, facts.Issuer, facts.Name.Value, facts.Name.Format)
        {
            InResponseTo = confirmation.InResponseTo,
            ValidUntil = LastMoment(facts) + SamlTime.Skew,
            SessionIndex = authentication.SessionIndex,
            SessionEndsAt = authentication.SessionEndsAt,
            AuthenticatedAt = authentication.At,
            AuthenticationContext = authentication.Context,
            Attributes = facts.Attributes,
        };
    }

    // A transient name is another one each time: linking a person to it would open an account a day.
    static void JudgeName(NamedSubject name, SamlTerms terms)
    {
        SamlRefusedException.Unless(name.Format != SamlNames.Transient, SamlFault.NameIdFormat);
        SamlRefusedException.Unless(terms.NameIdFormat is null || name.Format == terms.NameIdFormat, SamlFault.NameIdFormat);
        SamlRefusedException.Unless(name.ForWhom is null || name.ForWhom == terms.EntityId, SamlFault.NameQualifier);
    }

    static void JudgeConditions(AssertionFacts.Terms? conditions, SamlTerms terms, DateTimeOffset now)
    {
        SamlRefusedException.Unless(conditions is not null, SamlFault.NoConditions);
        SamlRefusedException.Unless(conditions!.NotBefore is not { } from || from <= now + SamlTime.Skew, SamlFault.TooEarly);
        SamlRefusedException.Unless(conditions.NotOnOrAfter is not { } until || now - SamlTime.Skew < until, SamlFault.Expired);
        SamlRefusedException.Unless(conditions.Audiences.Count > 0 && conditions.Audiences.All(a => a.Contains(terms.EntityId, StringComparer.Ordinal)), SamlFault.Audience);
    }

    // One confirmation that holds is enough (SAML core 2.4.1.1); when none does, the first tells why.
    static AssertionFacts.Confirmation JudgeConfirmations(IReadOnlyList<AssertionFacts.Confirmation> confirmations, ResponseHead head, SamlTerms terms, DateTimeOffset now)
    {
        SamlRefusedException.Unless(confirmations.Any(c => c.IsBearer), SamlFault.ConfirmationMethod);
        var judged = confirmations.Where(c => c.IsBearer).Select(c => (Confirmation: c, Fault: FaultOf(c, head, terms, now))).ToList();
        return judged.Find(j => j.Fault is null).Confirmation ?? throw new SamlRefusedException(judged[0].Fault!.Value);
    }

    static SamlFault? FaultOf(AssertionFacts.Confirmation confirmation, ResponseHead head, SamlTerms terms, DateTimeOffset now) => confirmation switch
    {
        { HasData: false } or { NotOnOrAfter: null } or { NotBefore: not null } => SamlFault.ConfirmationData,
        _ when confirmation.Recipient != terms.AcsUrl => SamlFault.Recipient,
        _ when now - SamlTime.Skew >= confirmation.NotOnOrAfter => SamlFault.Expired,
        _ when confirmation.NotOnOrAfter > now + Longest + SamlTime.Skew => SamlFault.TooFarAhead,
        _ when confirmation.InResponseTo != head.InResponseTo => SamlFault.InResponseTo,
        _ => null,
    };

    static AssertionFacts.Authentication JudgeAuthentications(IReadOnlyList<AssertionFacts.Authentication> authentications, DateTimeOffset now)
    {
        SamlRefusedException.Unless(authentications.Count > 0, SamlFault.NoAuthentication);
        SamlRefusedException.Unless(authentications.All(a => a.At is { } at && at <= now + SamlTime.Skew), SamlFault.TooEarly);
        SamlRefusedException.Unless(authentications.All(a => a.SessionEndsAt is not { } ends || now - SamlTime.Skew < ends), SamlFault.SessionEnded);
        return authentications[0];
    }

    // Another confirmation may hold longer than the one used now; the conditions bound them all.
    static DateTimeOffset LastMoment(AssertionFacts facts)
    {
        var confirmed = facts.Confirmations.Max(c => c.NotOnOrAfter)!.Value;
        return facts.Conditions!.NotOnOrAfter is { } bound && bound < confirmed ? bound : confirmed;
    }
}
