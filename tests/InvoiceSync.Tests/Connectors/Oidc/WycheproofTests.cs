using System.Text.Json;
using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

/// <summary>The 401 signed tokens of Project Wycheproof. What is valid and refused is refused by our policy, each for the reason counted here.</summary>
public sealed class WycheproofTests
{
    [Fact]
    public void No_invalid_token_is_taken_and_every_valid_one_of_our_algorithms_is()
    {
        var outcomes = Outcomes(JwsAlgorithm.Names);

        Assert.Equal(401, outcomes.Count);
        Assert.DoesNotContain(outcomes, o => o is { Valid: false, Reason: null });
        Assert.Equal(16, outcomes.Count(o => o is { Valid: true, Reason: null }));
        Assert.Equal(30, outcomes.Count(o => o is { Valid: true, Reason: not null }));
        Assert.Equal(
            [("jws.algorithm_refused", 28), ("jws.encoding_wrong", 2)],
            outcomes.Where(o => o is { Valid: true, Reason: not null }).GroupBy(o => o.Reason!).Select(g => (g.Key, g.Count())).Order());
    }

    [Fact]
    public void Invalid_signatures_are_refused_for_being_wrong_and_not_by_policy()
    {
        var reasons = Outcomes(JwsAlgorithm.Names).Where(o => !o.Valid).GroupBy(o => o.Reason!).ToDictionary(g => g.Key, g => g.Count());

        Assert.True(reasons["jws.signature_wrong"] > 250, string.Join(", ", reasons));
    }

    [Fact]
    public void A_connection_that_allows_one_algorithm_takes_no_other() =>
        Assert.Equal(2, Outcomes(["ES256"]).Count(o => o.Reason is null));

    [Fact]
    public void A_verifier_that_forgot_the_signature_or_the_key_would_be_caught()
    {
        Assert.True(Outcomes(JwsAlgorithm.Names, (jws, keys) => keys.For(jws.Algorithm, jws.KeyId)).Count(o => o is { Valid: false, Reason: null }) > 250);
        Assert.Contains(Outcomes(JwsAlgorithm.Names, (jws, _) => jws), o => o is { Valid: false, Reason: null });
    }

    static List<(bool Valid, string? Reason)> Outcomes(IReadOnlyList<string> algorithms, Func<Jws, JwkSet, object?>? verify = null)
    {
        using var vectors = SsoData.Json("wycheproof-jose/testvectors_v1/json_web_signature_test.json");
        return [.. from algorithmGroup in vectors.RootElement.GetProperty("testGroups").EnumerateArray()
                   let keys = Keys(algorithmGroup)
                   from vector in algorithmGroup.GetProperty("tests").EnumerateArray()
                   select (vector.GetProperty("result").GetString() == "valid", Refusal(vector.GetProperty("jws").GetString()!, keys, algorithms, verify ?? Verify))];
    }

    static JwkSet Keys(JsonElement algorithmGroup)
    {
        var key = algorithmGroup.TryGetProperty("public", out var given) ? given : algorithmGroup.GetProperty("private");
        return new([.. new[] { Jwk.Read(key) }.OfType<Jwk>()]);
    }

    static byte[]? Verify(Jws jws, JwkSet keys) => keys.For(jws.Algorithm, jws.KeyId) is { } key ? jws.Verify(key) : null;

    // Anything but our own refusal is a crash and fails the test.
    static string? Refusal(string token, JwkSet keys, IReadOnlyList<string> algorithms, Func<Jws, JwkSet, object?> verify)
    {
        try
        {
            return verify(Jws.Parse(token, algorithms), keys) is null ? "jws.key_unknown" : null;
        }
        catch (OidcRefusedException refused)
        {
            return refused.Reason;
        }
    }
}
