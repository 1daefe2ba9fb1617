namespace InvoiceSync.Sandbox.Hosting;

static class Bodies
{
    /// <summary>The whole body, or null when it is longer than allowed.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, int most)
    {
        if (request.ContentLength > most) return null;
        var body = new MemoryStream();
        var block = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(block, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > most) return null;
            body.Write(block, 0, read);
        }
        return body.ToArray();
    }
}
