using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>The response files of ruby-saml, php-saml and node-saml beside the repository. Without them a test says so and is skipped.</summary>
static partial class PublicVectors
{
    static readonly string[] Folders = ["ruby-saml/test/responses", "php-saml/tests/data/responses", "node-saml/test/static/signatures"];

    /// <summary>Old algorithms and short keys count here, so that an old attack file fails for its attack. The portal never sees this policy.</summary>
    public static SignaturePolicy Loose { get; } = new(
        new Dictionary<string, SignatureMethod>(SignaturePolicy.Strict.SignatureMethods, StringComparer.Ordinal)
        {
            ["http://www.w3.org/2000/09/xmldsig#rsa-sha1"] = new(HashAlgorithmName.SHA1, OnACurve: false),
        },
        new Dictionary<string, HashAlgorithmName>(SignaturePolicy.Strict.DigestMethods, StringComparer.Ordinal)
        {
            ["http://www.w3.org/2000/09/xmldsig#sha1"] = HashAlgorithmName.SHA1,
        },
        LeastRsaBits: 1024);

    public sealed record Vector(string Name, byte[] Xml);

    public static IReadOnlyList<Vector> All { get; } = [.. Read()];

    /// <summary>The certificates the three projects configure: their files, and what their plain responses carry.</summary>
    public static IReadOnlyList<X509Certificate2> Certificates { get; } = [.. Trusted().DistinctBy(c => c.Thumbprint)];

    public static void NeedThem() => Assert.SkipUnless(All.Count > 0, "The SAML samples are absent: ../shared/data/sso beside the repository is needed.");

    static IEnumerable<Vector> Read() =>
        from folder in Folders
        let root = Path.Combine(Root, folder)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select new Vector(Path.GetRelativePath(Root, file).Replace('\\', '/'), Bytes(file));

    static byte[] Bytes(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.Latin1.GetString(bytes).Trim();
        if (text.StartsWith('<')) return bytes;
        var decoded = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, decoded, out var count)) return bytes;
        return decoded.AsSpan(0, Math.Min(count, 8)).Contains((byte)'<') ? decoded[..count] : Inflated(decoded[..count]);
    }

    static byte[] Inflated(byte[] bytes)
    {
        using var inflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        inflate.CopyTo(plain);
        return plain.ToArray();
    }

    static IEnumerable<X509Certificate2> Trusted()
    {
        foreach (var vector in All.Where(v => !v.Name.Contains("invalid", StringComparison.Ordinal) && !v.Name.Contains("attack", StringComparison.Ordinal) && !v.Name.Contains("wrap", StringComparison.Ordinal)))
            foreach (Match match in Embedded().Matches(Encoding.Latin1.GetString(vector.Xml)))
                if (Certificate(match.Groups[1].Value) is { } certificate) yield return certificate;
        foreach (var file in Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".crt", StringComparison.Ordinal) || f.EndsWith(".cert", StringComparison.Ordinal) || f.EndsWith("cert.pem", StringComparison.Ordinal)) : [])
            if (Certificate(Regex.Replace(File.ReadAllText(file), "-----[A-Z ]+-----|#.*", "")) is { } certificate) yield return certificate;
    }

    static X509Certificate2? Certificate(string base64)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Regex.Replace(base64, @"&#?\w+;|\s|-----[A-Z ]+-----", "")));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    static string Root => Path.Combine(Architecture.Repository.Root, "..", "shared", "data", "sso");

    [GeneratedRegex(@"<(?:\w+:)?X509Certificate>([^<]+)<")]
    private static partial Regex Embedded();
}
