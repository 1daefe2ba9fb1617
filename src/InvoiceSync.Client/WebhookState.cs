namespace InvoiceSync.Client;

/// <summary>The address that is told, and its last ten messages, newest first.</summary>
public sealed record WebhookState(string? Url, IReadOnlyList<string> Events, IReadOnlyList<WebhookState.Message> Messages)
{
    /// <summary>State is waiting, taken or given_up; Status is what was answered to the last try, Problem one word why there was no answer.</summary>
    public sealed record Message(string Id, string Event, string State, int Tries, int? Status, string? Problem, DateTimeOffset CreatedAt, DateTimeOffset? TriedAt);
}

/// <summary>Secret (whsec_…) is shown this once; null when the one you have still holds.</summary>
public sealed record SavedWebhook(string Url, IReadOnlyList<string> Events, string? Secret);

/// <summary>Status is what your system answered; Problem is one word why there was no answer.</summary>
public sealed record WebhookTest(bool Taken, int? Status, string? Problem);
