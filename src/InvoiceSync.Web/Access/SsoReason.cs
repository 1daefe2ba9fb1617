namespace InvoiceSync.Web.Access;

/// <summary>
/// The reasons a sign-in through a provider fails, by what somebody has to do about them. Administrators read words and a cure
/// for each family; the browser that was refused is told only one of seven kinds, because the exact reason helps whoever forges.
/// </summary>
static class SsoReason
{
    const string Odd = "odd";

    // Exact codes first, then those that begin like this; the first that fits counts.
    static readonly (string Family, string Kind, string[] Codes)[] Families =
    [
        ("silent", "silent", ["*.unreachable", "*.too_slow", "*.status_wrong", "provider.unavailable", "github.io"]),
        ("clock", "clock", ["token.expired", "token.from_the_future", "token.too_old", "token.not_yet_valid", "saml.too_early", "saml.expired", "saml.session_ended"]),
        ("keys", "unproved", ["jws.key_unknown", "jws.key_unfit", "jws.key_ambiguous"]),
        ("certificate", "unproved", ["saml.signature_mismatch", "saml.no_strong_key"]),
        ("algorithm", "setup", ["jws.algorithm_refused", "saml.signature_method", "saml.digest_method"]),
        ("client", "setup", ["token_answer.invalid_client", "token_answer.unauthorized_client", "settings.client_id_missing"]),
        ("code", "again", ["token_answer.invalid_grant"]),
        ("issuer", "setup", ["discovery.issuer_wrong", "token.issuer_wrong", "saml.issuer", "issuer.not_concrete", "callback.issuer_wrong", "callback.issuer_missing"]),
        ("address", "setup", ["issuer.address_refused", "*.address_refused", "*.endpoint_refused", "saml.address_not_safe"]),
        ("audience", "setup", ["token.audience_wrong", "token.azp_wrong", "token.azp_missing", "saml.audience", "saml.destination", "saml.recipient"]),
        ("person", "setup", ["id_token.subject_wrong", "saml.name_id", "saml.name_id_format", "saml.name_qualifier", "sso.identity_unusable"]),
        ("sealed", "setup", ["saml.not_decrypted"]),
        ("unsigned", "setup", ["saml.not_signed"]),
        ("incomplete", "setup", ["saml.incomplete"]),
        ("again", "again", ["callback.not_ours", "callback.too_late", "callback.state_used", "callback.issuer_changed", "saml.request_unknown", "saml.answer_used", "sso.intent_expired"]),
        ("not-asked", "again", ["saml.not_asked"]),
        ("declined", "declined", ["provider.access_denied", "provider.refused", "saml.status"]),
        ("off", "off", ["connection.disabled", "connection.unknown", "sso.disabled"]),
        ("metadata-changed", "setup", ["saml.metadata_changed"]),
        ("metadata-unusable", "setup", ["saml.metadata_unusable"]),
        ("moved", "setup", ["provider.endpoints_moved"]),
        ("expiring", "setup", ["saml.certificate_expiring", "saml.certificate_expired"]),
        ("own-expiring", "setup", ["saml.own_certificate_expiring", "saml.own_certificate_expired"]),
        ("document", "setup", ["discovery.", "jwks.", "userinfo.", "github."]),
        ("answer", "setup", ["token_answer."]),
    ];

    /// <summary>What to do about it; a part of the keys sso-why.… and sso-cure.….</summary>
    public static string FamilyOf(string reason) => Find(reason).Family;

    /// <summary>silent, clock, setup, unproved, again, declined or off.</summary>
    public static string KindOf(string reason) => Find(reason).Kind;

    public static IEnumerable<string> AllFamilies => Families.Select(f => f.Family).Append(Odd);

    public static IEnumerable<string> AllKinds => Families.Select(f => f.Kind).Distinct();

    static (string Family, string Kind, string[] Codes) Find(string reason) =>
        Families.FirstOrDefault(f => f.Codes.Any(code => Fits(reason, code))) is { Family: not null } found ? found : (Odd, "unproved", []);

    static bool Fits(string reason, string code) => code switch
    {
        ['*', .. var end] => reason.EndsWith(end, StringComparison.Ordinal),
        [.., '.'] => reason.StartsWith(code, StringComparison.Ordinal),
        _ => reason == code,
    };
}
