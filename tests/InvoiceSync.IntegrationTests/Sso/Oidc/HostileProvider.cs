namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>The hostile provider's modes and what each must lead to: "passed", or the reason the administrators read.</summary>
static class HostileProvider
{
    public static readonly TheoryData<string, string> Modes = Table(
        "passed", "good good-no-kid good-ps256 good-es256 good-aud-array good-at-hash good-stray-oct-key good-foreign-key-names good-iss-param groups-text groups-nested groups-many groups-elsewhere",
        "jws.algorithm_refused", "alg-none alg-none-case alg-missing alg-rs384 hs-pubkey",
        "jws.signature_wrong", "other-key signature-missing signature-cut payload-swapped es256-der",
        "jws.key_unknown", "embedded-key jku kid-unknown kid-path",
        "jws.key_unfit", "es256-named-rsa keys-for-encryption keys-other-algorithm keys-weak keys-exponent-one",
        "jws.key_ambiguous", "keys-same-name keys-two-and-no-kid",
        "jws.extension_refused", "crit b64",
        "jws.header_unreadable", "kid-number header-twice",
        "jws.encoding_wrong", "padded spaced",
        "jws.not_three_parts", "four-parts encrypted-form",
        "jws.too_long", "too-long",
        "id_token.type_wrong", "typ-logout typ-access",
        "id_token.unreadable", "too-deep claims-twice claims-twice-escaped claims-bom claims-list",
        "token.issuer_wrong", "iss-wrong iss-slash iss-missing",
        "token.audience_wrong", "aud-wrong aud-empty",
        "token.azp_missing", "aud-many-no-azp",
        "token.azp_wrong", "azp-foreign",
        "token.exp_missing", "exp-missing",
        "token.expired", "exp-past",
        "token.exp_too_far", "exp-huge",
        "token.exp_unreadable", "exp-beyond-numbers exp-text",
        "token.iat_missing", "iat-missing",
        "token.from_the_future", "iat-future",
        "token.too_old", "iat-old",
        "token.not_yet_valid", "nbf-future",
        "id_token.nonce_wrong", "nonce-missing nonce-wrong nonce-list",
        "id_token.at_hash_wrong", "at-hash-wrong",
        "id_token.subject_wrong", "sub-missing sub-number sub-empty sub-long sub-control",
        "jwks.too_many_keys", "keys-many",
        "jwks.not_json", "keys-page",
        "jwks.redirected", "keys-redirect",
        "jwks.too_long", "keys-endless",
        "jwks.too_slow", "keys-silent",
        "jwks.status_wrong", "keys-broken",
        "discovery.issuer_wrong", "discovery-other-issuer discovery-slash",
        "discovery.endpoint_refused", "discovery-javascript discovery-file discovery-inner-address",
        "discovery.code_unsupported", "discovery-no-code",
        "discovery.redirected", "discovery-redirect",
        "discovery.not_json", "discovery-page",
        "discovery.too_long", "discovery-endless",
        "discovery.too_slow", "discovery-drip",
        "token_answer.not_json", "token-page",
        "token_answer.redirected", "token-redirect",
        "token_answer.too_long", "token-endless",
        "token_answer.too_slow", "token-silent",
        "token_answer.status_wrong", "token-broken",
        "token_answer.invalid_grant", "token-error",
        "token_answer.type_wrong", "token-mac",
        "token_answer.id_token_missing", "token-no-id-token",
        "token_answer.id_token_unreadable", "token-id-token-list",
        "token_answer.access_token_missing", "token-header-injection",
        "callback.issuer_wrong", "back-iss-wrong",
        "callback.issuer_missing", "back-iss-promised-missing",
        "callback.parameter_twice", "back-state-twice back-code-twice back-iss-twice",
        "callback.not_ours", "back-state-changed back-state-missing back-code-missing",
        "provider.access_denied", "back-error",
        "provider.refused", "back-error-unknown",
        "sso.email_unverified", "userinfo-other-person email-verified-text email-unverified");

    static TheoryData<string, string> Table(params string[] pairs)
    {
        var table = new TheoryData<string, string>();
        foreach (var pair in pairs.Chunk(2))
            foreach (var mode in pair[1].Split(' ')) table.Add(mode, pair[0]);
        return table;
    }
}
