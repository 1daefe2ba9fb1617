using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// A message in a redirect, taken from the query exactly as it came: the signature covers those octets, and decoding and
/// encoding them again would check a sentence nobody signed.
/// </summary>
sealed class RedirectQuery
{
    // The words around the message are short; nobody's RelayState needs more than the 80 bytes the standard gives it.
    const int Longest = 64 * 1024;
    static readonly string[] Known = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature"];

    readonly Dictionary<string, string> raw = new(StringComparer.Ordinal);

    public RedirectQuery(string query)
    {
        SamlRefusedException.Unless(query.Length <= Longest, SamlFault.TooLarge);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=')[0];
            // A name written another way (%53AMLRequest) or twice is two readings of one address.
            var plain = Uri.UnescapeDataString(name);
            if (!Known.Contains(plain, StringComparer.OrdinalIgnoreCase)) continue;
            SamlRefusedException.Unless(Known.Contains(name, StringComparer.Ordinal) && raw.TryAdd(name, pair), SamlFault.MalformedQuery);
        }

        SamlRefusedException.Unless(raw.ContainsKey("SAMLRequest") != raw.ContainsKey("SAMLResponse"), SamlFault.MalformedQuery);
    }

    public bool IsRequest => raw.ContainsKey("SAMLRequest");

    public string? RelayState => Value("RelayState");

    public byte[] Message => Deflated.Open(Bytes(Value(IsRequest ? "SAMLRequest" : "SAMLResponse")!));

    public void Verify(IReadOnlyList<X509Certificate2> certificates, SignaturePolicy policy)
    {
        SamlRefusedException.Unless(raw.ContainsKey("Signature") && raw.ContainsKey("SigAlg"), SamlFault.NotSigned);
        if (!policy.SignatureMethods.TryGetValue(Value("SigAlg") ?? "", out var method)) throw new SamlRefusedException(SamlFault.SignatureMethod);
        var signed = string.Join('&', new[] { IsRequest ? "SAMLRequest" : "SAMLResponse", "RelayState", "SigAlg" }.Where(raw.ContainsKey).Select(name => raw[name]));
        SignatureCheck.Verify(Encoding.ASCII.GetBytes(signed), Bytes(Value("Signature")!), method, certificates, policy);
    }

    string? Value(string name) => raw.TryGetValue(name, out var pair) && pair.Length > name.Length
        ? Uri.UnescapeDataString(pair[(name.Length + 1)..].Replace('+', ' '))
        : null;

    static byte[] Bytes(string base64)
    {
        SamlRefusedException.Unless(base64.Length > 0 && Base64.IsValid(base64), SamlFault.NotBase64);
        return Convert.FromBase64String(base64);
    }
}
