namespace InvoiceSync.Connectors.Oidc;

/// <summary>
/// Whether a provider's sign-in page answers at all, felt before a browser is sent there: one that meets silence shows a page of
/// its own, and nobody knows whom to ask. Any answer counts as life; the answer is shared and remembered for three seconds.
/// </summary>
sealed class ProviderPulse(GuardedLine line, TimeProvider time)
{
    const int Most = 1000;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    readonly Lock gate = new();
    readonly Dictionary<string, (DateTimeOffset Until, Task<string?> Problem)> felt = new(StringComparer.Ordinal);

    public async Task Feel(Uri page, CancellationToken ct)
    {
        var problem = await Of(page).WaitAsync(ct);
        // Too much to read is an answer; an address only browsers may call is theirs to find out.
        OidcRefusedException.Unless(problem is not ("unreachable" or "too_slow"), $"sign_in_page.{problem}");
    }

    Task<string?> Of(Uri page)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (felt.TryGetValue(page.AbsoluteUri, out var kept) && kept.Until > now) return kept.Problem;
            if (felt.Count >= Most) felt.Clear();
            var asking = Ask(page);
            felt[page.AbsoluteUri] = (now + Remembered, asking);
            return asking;
        }
    }

    // Not the caller's cancellation: others wait for the same answer.
    async Task<string?> Ask(Uri page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.UserAgent.ParseAdd("InvoiceSync");
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            return (await line.Send(request, limit.Token) as GuardedReply.Failed)?.Reason;
        }
        catch (OperationCanceledException)
        {
            return "too_slow";
        }
    }
}
