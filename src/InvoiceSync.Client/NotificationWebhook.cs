namespace InvoiceSync.Client;

/// <summary>/v1/notifications/webhook: the one address of yours that is told of runs, batches and days.</summary>
public sealed class NotificationWebhook
{
    const string Name = "notifications/webhook";

    readonly Wire wire;

    internal NotificationWebhook(Wire wire) => this.wire = wire;

    /// <summary>Without the secret; without an address Url is null.</summary>
    public Task<WebhookState> Get(CancellationToken ct = default) => wire.Get<WebhookState>(Name, null, ct);

    /// <summary>Events are finished, failed, summary; null are all. The secret is in the answer when it was made: the first time, and with newSecret.</summary>
    public Task<SavedWebhook> Save(Uri url, IReadOnlyList<string>? events = null, bool newSecret = false, CancellationToken ct = default) =>
        wire.Change<SavedWebhook>(HttpMethod.Put, Name, new { url, events, new_secret = newSecret }, null, ct);

    /// <summary>Tells nothing any more and forgets address and secret.</summary>
    public Task Delete(CancellationToken ct = default) => wire.Delete(Name, null, ct);

    /// <summary>Sends one message made for it and says at once what came of it.</summary>
    public Task<WebhookTest> Test(CancellationToken ct = default) => wire.Post<WebhookTest>(Name + "/test", null, null, ct);
}
