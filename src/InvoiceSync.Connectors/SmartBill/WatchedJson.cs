using System.Net;
using System.Net.Http.Headers;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>
/// A request body that knows whether it began to leave. It is asked for its bytes only once a connection stands, so while
/// Started is false the document provably never left this machine.
/// </summary>
sealed class WatchedJson : HttpContent
{
    readonly byte[] bytes;
    volatile bool started;

    public WatchedJson(byte[] bytes)
    {
        this.bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Started => started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        started = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
