using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeSignatureTests
{
    const string Secret = "whsec_mine";
    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_763_600_000);
    static readonly byte[] Body = "{\"id\":\"evt_1\"}"u8.ToArray();

    [Fact]
    public void It_agrees_with_the_official_client_on_every_vector_but_the_far_future()
    {
        using var golden = StripeData.Json("golden/webhook-signatures.json");
        var exact = golden.RootElement.GetProperty("payload_utf8").GetString()!;
        var cases = golden.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var differing = cases.Where(c => Accepts(c, exact) != c.GetProperty("accepted_by_official_client").GetBoolean()).ToList();

        Assert.Equal(18, cases.Count);
        Assert.Contains("FUTURE", Assert.Single(differing).GetProperty("name").GetString());
    }

    [Fact]
    public void Each_refusal_has_its_own_word()
    {
        Assert.Equal(HookVerdict.Genuine, Verify(Header(0)));
        Assert.Equal(HookVerdict.TooOld, Verify(Header(-301)));
        Assert.Equal(HookVerdict.FromTheFuture, Verify(Header(301)));
        Assert.Equal(HookVerdict.SignatureMissing, Verify(null));
        Assert.Equal(HookVerdict.SignatureMissing, Verify("t=,v1=00"));
        Assert.Equal(HookVerdict.SignatureWrong, Verify(Header(0).Replace("v1=", "v2=", StringComparison.Ordinal)));
        Assert.Equal(HookVerdict.SignatureWrong, new StripeHook().Verify(Body, Header(0), [], Now));
    }

    [Fact]
    public void Either_of_two_secrets_will_do_while_one_is_rolled()
    {
        Assert.Equal(HookVerdict.Genuine, new StripeHook().Verify(Body, Header(0), ["whsec_next", Secret], Now));
        Assert.Equal(HookVerdict.SignatureWrong, new StripeHook().Verify(Body, Header(0), ["whsec_next"], Now));
    }

    [Fact]
    public void A_header_of_any_length_is_answered()
    {
        Assert.Equal(HookVerdict.SignatureMissing, Verify(new string('t', 1_000_000)));
        Assert.Equal(HookVerdict.SignatureMissing, Verify("t=" + new string('9', 30) + ",v1=00"));
        Assert.Equal(HookVerdict.SignatureWrong, Verify("t=1763600000,v1=" + new string('é', 64)));
    }

    static bool Accepts(JsonElement c, string exact) =>
        StripeSignature.Verify(
            Encoding.UTF8.GetBytes(c.TryGetProperty("payload", out var altered) ? altered.GetString()! : exact),
            c.GetProperty("header").GetString(),
            [c.GetProperty("secret").GetString()!],
            DateTimeOffset.FromUnixTimeSeconds(c.GetProperty("now").GetInt64()),
            TimeSpan.FromSeconds(c.GetProperty("tolerance").GetInt32())) == HookVerdict.Genuine;

    static HookVerdict Verify(string? header) => new StripeHook().Verify(Body, header, [Secret], Now);

    static string Header(int seconds)
    {
        var stamp = Now.ToUnixTimeSeconds() + seconds;
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{stamp}."), .. Body];
        return $"t={stamp},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}";
    }
}
