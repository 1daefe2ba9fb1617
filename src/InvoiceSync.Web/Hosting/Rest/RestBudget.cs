using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// How many calls of version 1 an API client has in an hour that begins with its first. RateLimit-Limit, -Remaining and -Reset tell it with every answer:
/// the three fields that client libraries read, rather than the one structured field of the newer IETF draft, which none does yet. Each process counts for itself.
/// </summary>
sealed class RestBudget(PortalOptions options, TimeProvider time)
{
    const int Many = 10_000;
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    readonly ConcurrentDictionary<string, Spent> clients = new();

    sealed record Spent(DateTimeOffset Until, int Calls, int Limit);

    public readonly record struct Left(int Limit, int Remaining, TimeSpan Reset, bool IsOver);

    /// <summary>One more call of this client. Its company's own limit is asked for when an hour of it begins, and holds for that hour; an hour does not begin while that cannot be told.</summary>
    public async Task<Result<Left>> Spend(string client, Func<Task<Result<int?>>> own)
    {
        var now = time.GetUtcNow();
        if (!clients.TryGetValue(client, out var begun) || begun.Until <= now)
        {
            var told = await own();
            if (told.Error is { } why) return why;
            begun = new(now + Hour, 0, Math.Max(1, told.OrThrow() ?? options.Api.RequestsPerHour));
        }

        var limit = begun.Limit;
        if (clients.Count > Many) foreach (var (old, ended) in clients) if (ended.Until <= now) clients.TryRemove(old, out _);
        var spent = clients.AddOrUpdate(client, _ => new(now + Hour, 1, limit), (_, known) => known.Until <= now ? new(now + Hour, 1, limit) : known with { Calls = known.Calls + 1 });
        return new Left(spent.Limit, Math.Max(0, spent.Limit - spent.Calls), spent.Until - now, spent.Calls > spent.Limit);
    }
}

static class RestBudgets
{
    /// <summary>After the key is known, beside the limits of bursts.</summary>
    public static IApplicationBuilder UseRestBudget(this IApplicationBuilder app) => app.UseWhen(
        http => RestAddress.IsAt(http.Request.Path) && http.User.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyAuthentication.Name },
        v1 => v1.Use(async (http, next) =>
        {
            var told = await http.RequestServices.GetRequiredService<RestBudget>().Spend(http.User.FindFirstValue(PortalClaims.Person)!, () => Own(http));
            if (told.Error is { } why)
            {
                await why.ToRestProblem().ExecuteAsync(http);
                return;
            }

            var left = told.OrThrow();
            var (headers, seconds) = (http.Response.Headers, ((int)Math.Ceiling(left.Reset.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
            headers["RateLimit-Limit"] = left.Limit.ToString(CultureInfo.InvariantCulture);
            headers["RateLimit-Remaining"] = left.Remaining.ToString(CultureInfo.InvariantCulture);
            headers["RateLimit-Reset"] = seconds;
            if (left.IsOver)
            {
                headers.RetryAfter = seconds;
                await RestProblem.Of(ApiErrors.TooMany, [], StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
                return;
            }

            await next(http);
        }));

    static async Task<Result<int?>> Own(HttpContext http)
    {
        var company = await http.RequestServices.GetRequiredService<IDispatcher>().Ask(new GetTenant(), http.RequestAborted);
        return company.Error is { } why ? why : company.OrThrow().RequestsPerHour;
    }
}
