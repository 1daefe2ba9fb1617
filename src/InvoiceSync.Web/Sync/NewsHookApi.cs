using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Sync;

/// <summary>/v1/notifications/webhook: the one address of the company's own that is told of runs, batches and days, with a test.</summary>
static class NewsHookApi
{
    public static void MapNewsHookApi(this RouteGroupBuilder v1)
    {
        var hook = v1.MapGroup("/notifications/webhook").WithTags("Notifications");
        hook.MapGet("", Get).DescribeOne<NewsHookBody>("get_notification_webhook", "Which address of yours is told what, and what came of the last ten messages; without an address nothing is told");
        hook.MapPut("", Put).WithMetadata(new RestOneQuery(null)).Accepts<NewHook>("application/json", ApiBody.Anything)
            .Describe<SavedHook>("save_notification_webhook", "Has an address of yours told; the answer shows the secret of the signatures once, when it was made anew", 200, 400);
        hook.MapDelete("", Drop).DescribeDelete("delete_notification_webhook", "Tells nothing any more and forgets address and secret");
        hook.MapPost("/test", Test).DescribeAct<Tested>("test_notification_webhook", "Sends one message made for it and says at once what came of it");
    }

    static async Task<IResult> Get(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new GetNewsHook(), ct)).Match<IResult>(
        hook => new RestAnswer<NewsHookBody>(NewsHookBody.Of(hook)), error => error.ToRestProblem());

    static Task<IResult> Put(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewHook>(request, async body =>
    {
        var choice = NewsHookBody.Choice(body.Events ?? Enum.GetValues<NewsKind>());
        return (await dispatcher.Send(new SaveNewsHook(body.Url, choice, body.NewSecret), ct)).Match<IResult>(
            saved => new RestAnswer<SavedHook>(new(new Uri(body.Url.Trim()).AbsoluteUri, NewsHookBody.Named(choice), saved.Secret)), error => error.ToRestProblem(("Address", "/url")));
    });

    static async Task<IResult> Drop(IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new DropNewsHook(), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToRestProblem());

    static async Task<IResult> Test(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Send(new TestNewsHook(), ct)).Match<IResult>(
        reply => new RestAnswer<Tested>(new(reply.IsTaken, reply.Status, reply.Problem)), error => error.ToRestProblem());

    /// <summary>events left out are all of them. new_secret replaces the secret; the first one is made anyway.</summary>
    sealed record NewHook(string Url, IReadOnlyList<NewsKind>? Events = null, bool NewSecret = false);

    /// <summary>secret (whsec_…) is shown this once; null when the one you have still holds.</summary>
    sealed record SavedHook(string Url, IReadOnlyList<NewsKind> Events, string? Secret);

    /// <summary>status is what your system answered; problem is one word why there was no answer.</summary>
    sealed record Tested(bool Taken, int? Status, string? Problem);
}
