using System.Net.Http.Headers;
using System.Text;

namespace InvoiceSync.Web.Access;

/// <summary>A token request as it came: who asks, by header or form, and for what; or what is wrong with its form (RFC 6749 §5.2).</summary>
sealed record TokenRequest(string? Client, string? Secret, string? Scope, bool ByHeader, string? Problem = null, string Why = "")
{
    public const int Largest = 4096;
    static readonly string[] Known = ["grant_type", "scope", "client_id", "client_secret"];

    public static async Task<TokenRequest> Read(HttpRequest request, CancellationToken ct)
    {
        // An address ends up in logs; a secret sent there is no secret any more, so no part of the request may come that way.
        if (request.QueryString.HasValue) return Wrong("invalid_request", "Send the parameters in the body, none in the address. A secret that stood in an address must be replaced.");
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return Wrong("invalid_request", "Send application/x-www-form-urlencoded.");
        if (await Form(request, ct) is not { } form) return Wrong("invalid_request", "The form cannot be read.");
        if (Known.Any(name => form[name].Count > 1)) return Wrong("invalid_request", "A parameter is there twice.");

        var (client, secret, byHeader) = (Given(form, "client_id"), Given(form, "client_secret"), false);
        if (request.Headers.Authorization is { Count: > 0 } header)
        {
            if (secret is not null || header.Count > 1) return Wrong("invalid_request", "Prove who you are once, by header or in the form.");
            var (named, proof) = Basic(header.ToString());
            if (client is not null && client != named) return Wrong("invalid_request", "Header and form name different clients.");
            (client, secret, byHeader) = (named, proof, true);
        }

        return Given(form, "grant_type") switch
        {
            null => Wrong("invalid_request", "grant_type is missing."),
            "client_credentials" => new(client, secret, Given(form, "scope"), byHeader),
            _ => Wrong("unsupported_grant_type", "grant_type is client_credentials."),
        };
    }

    public override string ToString() => $"token request of {Client}";

    static TokenRequest Wrong(string problem, string why) => new(null, null, null, false, problem, why);

    static async Task<IFormCollection?> Form(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(new() { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = Largest }, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static string? Given(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? text : null;

    // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
    static (string?, string?) Basic(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || value.Parameter is not { Length: > 0 and <= Largest } text) return default;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return default;
        var joined = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = joined.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? default : (Uri.UnescapeDataString(joined[..colon]), Uri.UnescapeDataString(joined[(colon + 1)..]));
    }
}
