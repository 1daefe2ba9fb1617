using System.Security.Cryptography;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>A way of signing we accept. Shared-secret algorithms and "none" do not exist here.</summary>
abstract record JwsAlgorithm(string Name, string KeyKind)
{
    static readonly JwsAlgorithm[] Known =
    [
        new OfRsa("RS256", RSASignaturePadding.Pkcs1), new OfRsa("PS256", RSASignaturePadding.Pss), new OfCurve(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(a => a.Name)];

    public static JwsAlgorithm? Named(string name) => Known.SingleOrDefault(a => a.Name == name);

    public abstract bool Verify(Jwk key, byte[] data, byte[] signature);

    sealed record OfRsa(string Name, RSASignaturePadding Padding) : JwsAlgorithm(Name, "RSA")
    {
        public override bool Verify(Jwk key, byte[] data, byte[] signature)
        {
            using var rsa = RSA.Create(key.Rsa()!.Value);
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, Padding);
        }
    }

    sealed record OfCurve() : JwsAlgorithm("ES256", "EC")
    {
        const int Length = 64; // r and s of 32 bytes each, not DER

        public override bool Verify(Jwk key, byte[] data, byte[] signature)
        {
            if (signature.Length != Length) return false;
            using var curve = ECDsa.Create(key.Curve()!.Value);
            return curve.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
