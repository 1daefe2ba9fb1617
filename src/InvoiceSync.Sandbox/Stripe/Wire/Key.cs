using System.Text;
using System.Text.RegularExpressions;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>
/// The secret key of a call. <c>sk_test_practice_NAME</c> and <c>rk_test_practice_NAME</c> open the account NAME;
/// a live key is refused by name, so that nobody rehearses with the real thing.
/// </summary>
static partial class Key
{
    public static string Account(string? authorization)
    {
        var key = Read(authorization) ?? throw StripeRefusal.Unauthorized(
            "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth " +
            "(e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        if (Live.IsMatch(key)) throw StripeRefusal.Unauthorized(
            "This is the practice world: live keys are refused and not looked at. Use a key such as sk_test_practice_demo.");
        if (key.StartsWith("pk_", StringComparison.Ordinal)) throw StripeRefusal.Unauthorized(
            "This API call cannot be made with a publishable API key. Please use a secret API key.", "secret_key_required");
        return Practice.Match(key) is { Success: true } match
            ? match.Groups["name"].Value
            : throw StripeRefusal.Unauthorized($"Invalid API Key provided: {Mask(key)}");
    }

    static string? Read(string? authorization)
    {
        if (authorization is null) return null;
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return authorization[7..].Trim();
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[6..].Trim(), buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length).Split(':')[0]
            : null;
    }

    static string Mask(string key) =>
        key.Length <= 12 ? new string('*', key.Length) : $"{key[..8]}*****{key[^4..]}";

    [GeneratedRegex("^(sk|rk|pk)_live_")]
    static partial Regex Live { get; }

    [GeneratedRegex("^(sk|rk)_test_practice_(?<name>[A-Za-z0-9_-]{1,80})$")]
    static partial Regex Practice { get; }
}
