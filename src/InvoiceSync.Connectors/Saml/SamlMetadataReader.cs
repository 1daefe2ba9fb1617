using System.Net;
using System.Text;
using InvoiceSync.Access;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Reads metadata for the business, and fetches it over the guarded line: public addresses, https, no redirects, five seconds, 256 KB.</summary>
sealed class SamlMetadataReader(GuardedLine line, TimeProvider time) : ISamlMetadata
{
    static readonly Uri Here = new("http://127.0.0.1/");

    public SamlMetadataAnswer Read(string xml) => Read(Encoding.UTF8.GetBytes(xml), line.MayCall(Here));

    public async Task<SamlMetadataAnswer> Fetch(Uri address, CancellationToken ct)
    {
        if (!line.MayCall(address)) return new SamlMetadataAnswer.Unusable("address_refused");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await line.Send(request, ct) switch
        {
            GuardedReply.Answered(HttpStatusCode.OK, _, var body) => Read(body, address.IsLoopback),
            GuardedReply.Answered(var status, _, _) => new SamlMetadataAnswer.Unusable($"status_{(int)status}"),
            GuardedReply.Failed(var why) => new SamlMetadataAnswer.Unusable(why),
            _ => new SamlMetadataAnswer.Unusable("unreachable"),
        };
    }

    // Where this machine itself could be asked, addresses on it may be named.
    SamlMetadataAnswer Read(byte[] xml, bool loopback) => IdpMetadata.Read(xml, time.GetUtcNow(), loopback) switch
    {
        SamlAnswer<IdpMetadata>.Proved(var read) => new SamlMetadataAnswer.Found(read.Settings),
        SamlAnswer<IdpMetadata>.Refused(var fault) => new SamlMetadataAnswer.Unusable(fault.ToString()),
        _ => new SamlMetadataAnswer.Unusable("unreadable"),
    };
}
