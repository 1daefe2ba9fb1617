using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>A request's raw bytes, up to the largest body we take; null when it is larger.</summary>
static class RequestBody
{
    const int Usual = 8192;

    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limits.LargestBody) return null;
        if (request.ContentLength is { } known) return await Exactly(request.Body, (int)known, ct);

        try
        {
            return await UpToTheLimit(request.Body, ct);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null; // the server has counted the framing as well, and stopped first
        }
    }

    static async Task<byte[]?> UpToTheLimit(Stream body, CancellationToken ct)
    {
        using var buffer = new MemoryStream(Usual);
        var chunk = new byte[Usual];
        for (int read; (read = await body.ReadAsync(chunk, ct)) > 0;)
        {
            if (buffer.Length + read > Limits.LargestBody) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    static async Task<byte[]> Exactly(Stream body, int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
