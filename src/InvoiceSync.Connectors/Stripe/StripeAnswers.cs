using System.Diagnostics;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>How Stripe's answers become the port's, and how one question follows another only while the answers are good.</summary>
static class StripeAnswers
{
    public static SourceAnswer<StripeObject> ToSource(this StripeAnswer answer) => answer switch
    {
        StripeAnswer.Ok { Value.IsDeleted: true } => new SourceAnswer<StripeObject>.Gone(),
        StripeAnswer.Ok ok => new SourceAnswer<StripeObject>.Found(ok.Value),
        StripeAnswer.Withheld withheld => new SourceAnswer<StripeObject>.Limited(withheld.Wait),
        StripeAnswer.Lost lost => new SourceAnswer<StripeObject>.Unavailable(lost.Why),
        StripeAnswer.Broken broken => new SourceAnswer<StripeObject>.Broken(broken.Why),
        StripeAnswer.Refused { Error: var error } => Of(error),
        _ => throw new UnreachableException(),
    };

    /// <summary>Uses a good answer; any other stays what it is. An object that cannot be read makes the answer Broken.</summary>
    public static async Task<SourceAnswer<TOut>> Then<T, TOut>(this Task<SourceAnswer<T>> asked, Func<T, Task<SourceAnswer<TOut>>> next)
    {
        try
        {
            return await asked switch
            {
                SourceAnswer<T>.Found found => await next(found.Value),
                SourceAnswer<T>.Gone => new SourceAnswer<TOut>.Gone(),
                SourceAnswer<T>.Denied denied => new SourceAnswer<TOut>.Denied(denied.Why),
                SourceAnswer<T>.Limited limited => new SourceAnswer<TOut>.Limited(limited.After),
                SourceAnswer<T>.Unavailable unavailable => new SourceAnswer<TOut>.Unavailable(unavailable.Why),
                SourceAnswer<T>.Broken broken => new SourceAnswer<TOut>.Broken(broken.Why),
                _ => throw new UnreachableException(),
            };
        }
        catch (StripeShapeException shape)
        {
            return new SourceAnswer<TOut>.Broken(shape.Message);
        }
    }

    public static Task<SourceAnswer<TOut>> Select<T, TOut>(this Task<SourceAnswer<T>> asked, Func<T, TOut> pick) =>
        asked.Then(value => Task.FromResult(Good(pick(value))));

    /// <summary>For what only completes a sale: that it is gone is not the sale's end.</summary>
    public static async Task<SourceAnswer<StripeObject?>> OrNone(this Task<SourceAnswer<StripeObject>> asked) =>
        await asked is SourceAnswer<StripeObject>.Gone ? Good<StripeObject?>(null) : await asked.Select(found => (StripeObject?)found);

    public static SourceAnswer<T> Good<T>(T value) => new SourceAnswer<T>.Found(value);

    static SourceAnswer<StripeObject> Of(StripeError error) => error switch
    {
        { IsMissing: true } => new SourceAnswer<StripeObject>.Gone(),
        { Kind: StripeErrorKind.RateLimit } => new SourceAnswer<StripeObject>.Limited(null),
        { Kind: StripeErrorKind.Authentication or StripeErrorKind.Permission } => new SourceAnswer<StripeObject>.Denied(error.ToString()),
        { Kind: StripeErrorKind.Api or StripeErrorKind.Conflict or StripeErrorKind.DependencyFailed } => new SourceAnswer<StripeObject>.Unavailable(error.ToString()),
        _ => new SourceAnswer<StripeObject>.Broken(error.ToString()),
    };
}
