namespace InvoiceSync.Web.Hosting;

/// <summary>What each endpoint tells the API's description: its name, what it does, what it answers.</summary>
static class ApiDescribed
{
    public static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] statuses)
    {
        var done = statuses is [var first, ..] && first < 300 ? first : StatusCodes.Status200OK;
        return endpoint.WithName(name).WithSummary(summary).Produces<T>(done).Refuses(statuses.Where(s => s >= 400));
    }

    public static RouteHandlerBuilder DescribeFile(this RouteHandlerBuilder endpoint, string name, string summary, string contentType, params string[] more) =>
        endpoint.WithName(name).WithSummary(summary).Produces<byte[]>(200, contentType, more).Refuses([400, 404]);

    static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, IEnumerable<int> statuses)
    {
        foreach (var status in statuses.Concat([401, 403, 429]).Order()) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
