using System.Net;
using System.Net.Http.Headers;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// A request body that knows whether it began to leave. It is asked for its bytes only once a connection stands, so
/// while Started is false the document provably never left this machine.
/// </summary>
sealed class WatchedContent : HttpContent
{
    readonly ReadOnlyMemory<byte> bytes;
    volatile bool started;

    public WatchedContent(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("text/plain");
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
