namespace InvoiceSync.Web.Hosting;

/// <summary>What no query of the API may hold: a key, which every log on the way would keep, and a NUL, which no database takes.</summary>
static class ApiQuery
{
    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        foreach (var text in call.HttpContext.Request.Query.SelectMany(q => q.Value).OfType<string>())
        {
            if (LooksLikeKey(text)) return new(ApiErrors.KeyInAddress.ToProblem());
            if (text.Contains('\0', StringComparison.Ordinal)) return new(ApiErrors.TextBroken.ToProblem());
        }

        return next(call);
    }

    public static bool LooksLikeKey(string text) => text.Contains("isk_", StringComparison.Ordinal) || text.Contains("ist_", StringComparison.Ordinal);
}
