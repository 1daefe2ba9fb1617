using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// What a provider says about itself in its metadata. It is a suggestion: an administrator accepts it, and later changes of
/// its certificates are accepted by an administrator again.
/// </summary>
public sealed record IdpMetadata(string EntityId, string SsoUrl, string? SloUrl, string? SloResponseUrl, IReadOnlyList<X509Certificate2> Certificates)
{
    // Nothing is signed here that we check, so a comment is harmless; a DTD is not.
    static readonly XmlReaderSettings Profile = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = StrictXml.MostBytes,
    };

    /// <summary>With loopback, addresses on this machine may be in clear: practice and tests.</summary>
    public static SamlAnswer<IdpMetadata> Read(byte[] bytes, DateTimeOffset now, bool loopback = false)
    {
        try
        {
            return new SamlAnswer<IdpMetadata>.Proved(Read(Root(bytes), now, loopback));
        }
        catch (SamlRefusedException refused)
        {
            return new SamlAnswer<IdpMetadata>.Refused(refused.Fault);
        }
    }

    /// <summary>As settings of a connection.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["entity_id"] = EntityId,
        ["sso_url"] = SsoUrl,
        ["slo_url"] = SloUrl ?? "",
        ["slo_response_url"] = SloResponseUrl ?? "",
        ["certificates"] = SamlCertificates.Write(Certificates),
    };

    static XmlElement Root(byte[] bytes)
    {
        SamlRefusedException.Unless(bytes.Length <= StrictXml.MostBytes, SamlFault.TooLarge);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Profile);
            var document = new XmlDocument { XmlResolver = null };
            document.Load(reader);
            return document.DocumentElement!;
        }
        catch (XmlException)
        {
            throw new SamlRefusedException(SamlFault.NotXml);
        }
    }

    static IdpMetadata Read(XmlElement root, DateTimeOffset now, bool loopback)
    {
        SamlRefusedException.Unless(root.Is("EntityDescriptor", SamlNames.Metadata), SamlFault.NotMetadata);
        SamlRefusedException.Unless(root.Plain("entityID") is { Length: > 0 and <= 1024 }, SamlFault.NotMetadata);
        var idp = root.Only("IDPSSODescriptor", SamlNames.Metadata, SamlFault.NotMetadata);
        SamlRefusedException.Unless(idp is not null, SamlFault.NotMetadata);
        foreach (var dated in new[] { root, idp! })
            SamlRefusedException.Unless(SamlTime.Of(dated, "validUntil") is not { } until || now < until, SamlFault.Expired);

        var sso = Service(idp!, "SingleSignOnService", "Location");
        SamlRefusedException.Unless(sso is not null, SamlFault.NotMetadata);
        var slo = Service(idp!, "SingleLogoutService", "Location");
        var sloResponse = Service(idp!, "SingleLogoutService", "ResponseLocation") ?? slo;
        foreach (var address in new[] { sso, slo, sloResponse }.OfType<string>())
            SamlRefusedException.Unless(IsSafe(address, loopback), SamlFault.AddressNotSafe);
        return new(root.Plain("entityID")!, sso!, slo, sloResponse, Signing(idp!, now));
    }

    static string? Service(XmlElement idp, string name, string location) => idp.Named(name, SamlNames.Metadata)
        .FirstOrDefault(s => s.Plain("Binding") == SamlNames.RedirectBinding)?.Plain(location);

    static bool IsSafe(string address, bool loopback) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && address.Length <= 1024
        && (uri.Scheme == Uri.UriSchemeHttps || loopback && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp);

    // Expired ones are left aside; of the others there may be two, the present and the next.
    static List<X509Certificate2> Signing(XmlElement idp, DateTimeOffset now)
    {
        var found = idp.Named("KeyDescriptor", SamlNames.Metadata).Where(k => k.Plain("use") is null or "signing")
            .SelectMany(k => k.AndAllBelow).Where(e => e.Is("X509Certificate", SamlNames.Signature)).Select(e => Certificate(e.InnerText))
            .DistinctBy(c => c.Thumbprint).Where(c => c.NotAfter.ToUniversalTime() > now).ToList();
        SamlRefusedException.Unless(found.Count > 0, SamlFault.NoCertificate);
        SamlRefusedException.Unless(found.Count <= SamlSettings.MostCertificates, SamlFault.TooManyCertificates);
        SamlRefusedException.Unless(found.TrueForAll(SamlCertificates.IsStrong), SamlFault.NoStrongKey);
        return found;
    }

    static X509Certificate2 Certificate(string base64)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw new SamlRefusedException(SamlFault.NoCertificate);
        }
    }
}
