namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>What an address of version 1 tells of itself. The query it takes goes onto the endpoint, where it is checked as well.</summary>
static class RestDescribed
{
    public static RouteHandlerBuilder DescribeList<T>(this RouteHandlerBuilder endpoint, string name, string summary, RestList query, params int[] refusals) where T : class =>
        endpoint.WithMetadata(query.Of(typeof(T))).Describe<RestRows<T>>(name, summary, [400, .. refusals]);

    public static RouteHandlerBuilder DescribeOne<T>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] refusals) where T : class =>
        endpoint.WithMetadata(new RestOneQuery(typeof(T))).Describe<T>(name, summary, [400, 404, .. refusals]);

    public static RouteHandlerBuilder DescribeOne<T>(this RouteHandlerBuilder endpoint, string name, string summary, IReadOnlyList<string> expands) where T : class =>
        endpoint.WithMetadata(new RestOneQuery(typeof(T), expands)).Describe<T>(name, summary, [400, 404]);

    /// <summary>A POST without a body: an act on something there is.</summary>
    public static RouteHandlerBuilder DescribeAct<T>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] refusals) where T : class =>
        endpoint.WithMetadata(new RestOneQuery(null)).Describe<T>(name, summary, [200, 400, 404, 409, 422, .. refusals]);

    /// <summary>A POST of up to a thousand at once, each answered in its place.</summary>
    public static RouteHandlerBuilder DescribeBulk(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.DescribePost<RestBulk.Many, RestBulk.Answer>(name, summary, StatusCodes.Status200OK);

    /// <summary>A POST with a body: what makes something (201), or an act on something there is.</summary>
    public static RouteHandlerBuilder DescribePost<TBody, T>(this RouteHandlerBuilder endpoint, string name, string summary, int status, params int[] refusals) where TBody : notnull where T : class =>
        endpoint.WithMetadata(new RestOneQuery(null)).Accepts<TBody>("application/json", ApiBody.Anything).Describe<T>(name, summary, [status, 400, 409, 422, .. refusals]);

    /// <summary>A PUT or PATCH with a body, of something whose ETag the caller must have read.</summary>
    public static RouteHandlerBuilder DescribeChange<TBody, T>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] refusals) where TBody : notnull where T : class =>
        endpoint.WithMetadata(new RestOneQuery(null)).NeedsIfMatch().Accepts<TBody>("application/json", ApiBody.Anything).Describe<T>(name, summary, [200, 400, 404, 409, 412, 422, 428, .. refusals]);

    public static RouteHandlerBuilder DescribeDelete(this RouteHandlerBuilder endpoint, string name, string summary, params int[] refusals) =>
        endpoint.WithMetadata(new RestOneQuery(null)).Describe<object>(name, summary, [204, 404, .. refusals]);
}
