using InvoiceSync.Audit;

namespace InvoiceSync.Web.Audit;

/// <summary>Posts each checkpoint to the address in Audit:AnchorUrl, which the operator of the installation chose.</summary>
sealed class WebhookAnchor(Uri address, IHttpClientFactory clients) : IAnchor
{
    public const string Client = "audit anchor";

    public string Place => "webhook";

    public async Task Keep(SignedCheckpoint checkpoint, CancellationToken ct)
    {
        using var content = new StringContent(AnchorText.Of(checkpoint), System.Text.Encoding.UTF8, "application/json");
        using var client = clients.CreateClient(Client);
        try
        {
            using var answer = await client.PostAsync(address, content, ct);
            answer.EnsureSuccessStatusCode();
        }
        catch (TaskCanceledException slow) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("The anchor did not answer in time.", slow);
        }
    }
}
