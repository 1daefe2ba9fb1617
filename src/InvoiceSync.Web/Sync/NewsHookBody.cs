using InvoiceSync.Sync;

namespace InvoiceSync.Web.Sync;

/// <summary>The address that is told, without its secret, and its last ten messages, newest first. events: finished, failed, summary.</summary>
sealed record NewsHookBody(string? Url, IReadOnlyList<NewsKind> Events, IReadOnlyList<NewsHookBody.Message> Messages)
{
    /// <summary>status is what was answered to the last try; problem is one word why there was no answer.</summary>
    public sealed record Message(NewsPostId Id, NewsKind Event, NewsPostState State, int Tries, int? Status, string? Problem, DateTimeOffset CreatedAt, DateTimeOffset? TriedAt);

    public static NewsHookBody Of(GetNewsHook.View hook) => new(
        hook.Address,
        Named(hook.Choice),
        [.. hook.Posts.Select(p => new Message(p.Id, p.Kind, p.State, p.Tries, p.Status, p.Problem, p.CreatedAt.ToUniversalTime(), p.TriedAt?.ToUniversalTime()))]);

    public static IReadOnlyList<NewsKind> Named(NewsChoice choice) => [.. Enum.GetValues<NewsKind>().Where(choice.Wants)];

    public static NewsChoice Choice(IReadOnlyCollection<NewsKind> events) => new(events.Contains(NewsKind.Finished), events.Contains(NewsKind.Failed), events.Contains(NewsKind.Summary));
}
