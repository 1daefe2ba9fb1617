using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>One page of a Stripe list, newest first.</summary>
sealed record StripePage(IReadOnlyList<StripeObject> Items, bool HasMore)
{
    public const int Largest = 100;

    const int MostPages = 500;

    /// <summary>A page that is empty and still promises more would be asked for again for ever.</summary>
    public static StripePage Of(StripeObject list)
    {
        if (list.Inner("data") is not null || list.TextOrNone("object") != "list") throw list.Odd("object");
        var page = new StripePage(list.Items("data"), list.RequiredFlag("has_more"));
        return page is { Items.Count: 0, HasMore: true } ? throw new StripeShapeException("An empty page says there is more.") : page;
    }

    public static Task<SourceAnswer<StripePage>> Ask(StripeClient client, SourceAccount account, StripeCall call, CancellationToken ct) =>
        client.Get(account, call, ct).Select(Of);

    /// <summary>The whole list, page after page; every filter is repeated on each.</summary>
    public static async Task<SourceAnswer<IReadOnlyList<StripeObject>>> All(
        StripeClient client, SourceAccount account, StripeCall call, string? after, CancellationToken ct)
    {
        var all = new List<StripeObject>();
        for (var pages = 1; ; pages++)
        {
            var asked = Ask(client, account, call with { Form = call.Form.And(new StripeForm().Add("starting_after", after)) }, ct);
            if (await asked is not SourceAnswer<StripePage>.Found { Value: var page }) return await asked.Select(IReadOnlyList<StripeObject> (p) => p.Items);

            all.AddRange(page.Items);
            if (!page.HasMore) return StripeAnswers.Good<IReadOnlyList<StripeObject>>(all);
            if (page.Items[^1].Id == after || pages == MostPages) return new SourceAnswer<IReadOnlyList<StripeObject>>.Broken($"The list {call.Path} does not end.");
            after = page.Items[^1].Id;
        }
    }
}
