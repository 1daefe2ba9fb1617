namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// One request as we mean it, before it is sent once or several times. A POST always has an idempotency key:
/// its own, or one made up so that a retry after a lost answer cannot do the work twice.
/// </summary>
sealed record StripeCall(HttpMethod Method, string Path, StripeForm Form)
{
    const int LongestId = 255;

    public string? IdempotencyKey { get; init; }

    /// <summary>Somebody is looking at the screen: answer a rate limit at once instead of waiting it out.</summary>
    public bool Impatient { get; init; }

    public bool IsPost => Method == HttpMethod.Post;

    public static StripeCall Get(string path, StripeForm? form = null) => new(HttpMethod.Get, path, form ?? new());

    public static StripeCall Post(string path, StripeForm form, string? idempotencyKey = null) =>
        new(HttpMethod.Post, path, form) { IdempotencyKey = idempotencyKey };

    /// <summary>An id as a path segment. Ids come from outside, so one that would climb the path is refused.</summary>
    public static string Segment(string id) =>
        id is "" or "." or ".." || id.Length > LongestId ? throw new StripeShapeException($"\"{id}\" cannot be an id.") : Uri.EscapeDataString(id);

    /// <summary>v1 takes parameters in the query, except for POST.</summary>
    public Uri At(Uri baseAddress) =>
        new(baseAddress.AbsoluteUri.TrimEnd('/') + Path + (IsPost || Form.Pairs.Count == 0 ? "" : "?" + Form));
}
