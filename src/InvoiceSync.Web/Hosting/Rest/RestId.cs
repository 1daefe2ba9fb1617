using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>The thing an address names. What is no id names nothing: it is not found, like one of another company.</summary>
static class RestId
{
    public static Task<IResult> Named<TId>(string id, Func<TId, Task<IResult>> then) where TId : struct, IId<TId> =>
        Ids.TryParse<TId>(id, out var named) ? then(named) : Task.FromResult<IResult>(ApiErrors.NotFound.ToRestProblem());
}
