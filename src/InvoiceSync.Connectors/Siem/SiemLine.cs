using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>One batch, one call, compressed. What a log system answers besides its own protocol is read here, the same for all three.</summary>
sealed class SiemLine(GuardedLine line) : IOutletLine
{
    public bool MayCall(Uri address) => line.MayCall(address);

    public async Task<OutletAnswer> Send(OutletTarget target, IReadOnlyList<OutletEntry> entries, CancellationToken ct)
    {
        ISiemWire wire = target.Kind switch { OutletKind.Splunk => SplunkWire.It, OutletKind.Elastic => ElasticWire.It, _ => DatadogWire.It };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target.Address.AbsoluteUri.TrimEnd('/') + wire.Path));
        request.Content = Compressed(wire.Body(target, entries), wire.MediaType);
        request.Headers.UserAgent.ParseAdd("InvoiceSync");
        wire.Authorize(request.Headers, target.Token);
        return await line.Send(request, ct) switch
        {
            GuardedReply.Answered answered => Read(wire, answered, entries.Count),
            GuardedReply.Failed(var why) => new OutletAnswer.Away(why),
            _ => new OutletAnswer.Away("unreachable"),
        };
    }

    static OutletAnswer Read(ISiemWire wire, GuardedReply.Answered answered, int count)
    {
        if (wire.Read(answered, count) is { } answer) return answer;
        var reason = SiemText.Reason(answered);
        return answered.Status switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new OutletAnswer.Unreadable(reason),
            _ => new OutletAnswer.Away(reason, answered.RetryAfter),
        };
    }

    static ByteArrayContent Compressed(byte[] body, string mediaType)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
