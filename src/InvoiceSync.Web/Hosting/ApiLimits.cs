using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Hosting.Rest;
using InvoiceSync.Web.Invoicing;
using Microsoft.AspNetCore.RateLimiting;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// How often one address may call before we know who it is, and one key and all keys of one company after; and how many calls
/// run at once, since each takes database connections. Over it: 429 with Retry-After. Addresses share a fixed number of buckets.
/// </summary>
static class ApiLimits
{
    const int AddressBuckets = 8192;
    const int MostQueued = 512;
    const int SsoRequestsPerMinute = 600;
    const int PublicRequestsPerMinute = 240;
    const int PrintsAtOnce = 2;
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IApplicationBuilder UseAddressLimit(this IApplicationBuilder app, PortalOptions.ApiOptions options) =>
        app.UseWhen(IsApi, api => api.UseRateLimiter(Limits(PartitionedRateLimiter.CreateChained(
            Often(options.AddressRequestsPerMinute, options.AddressRequestsPerMinute / 4, BucketOf),
            PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = options.AtOnce, QueueLimit = MostQueued }))))));

    public static IApplicationBuilder UseKeyLimit(this IApplicationBuilder app, PortalOptions.ApiOptions options) =>
        app.UseWhen(IsKeyed, api => api.UseRateLimiter(Limits(PartitionedRateLimiter.CreateChained(
            Often(options.RequestsPerMinute, options.Burst, KeyOf),
            Often(options.TenantRequestsPerMinute, options.TenantRequestsPerMinute / 4, TenantOf)))));

    /// <summary>Sign-in by a provider calls that provider, so nobody may begin it, or post log-outs, without measure.</summary>
    public static IApplicationBuilder UseSsoLimit(this IApplicationBuilder app)
    {
        var most = app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue("InvoiceSync:Sso:RequestsPerMinute", SsoRequestsPerMinute);
        return app.UseWhen(http => http.Request.Path.StartsWithSegments("/sso"), sso => sso.UseRateLimiter(Limits(Often(most, most / 4, BucketOf))));
    }

    /// <summary>Public pages are open to everybody, so nobody may try links without measure; and a PDF costs a browser's time.</summary>
    public static IApplicationBuilder UsePublicLimit(this IApplicationBuilder app)
    {
        var most = app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue("InvoiceSync:PublicPages:RequestsPerMinute", PublicRequestsPerMinute);
        return app.UseWhen(http => http.Request.Path.StartsWithSegments(PublicInvoice.Root), pages => pages.UseRateLimiter(Limits(PartitionedRateLimiter.CreateChained(
            Often(most, most / 4, BucketOf),
            PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.Value!.EndsWith("/pdf", StringComparison.Ordinal)
                ? RateLimitPartition.GetConcurrencyLimiter(BucketOf(http), _ => new() { PermitLimit = PrintsAtOnce, QueueLimit = PrintsAtOnce })
                : RateLimitPartition.GetNoLimiter(""))))));
    }

    static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || RestAddress.IsAt(http.Request.Path) || http.Request.Path.StartsWithSegments("/openapi") || http.Request.Path.StartsWithSegments("/docs")
        || http.Request.Path.StartsWithSegments("/oauth") || http.Request.Path.StartsWithSegments("/scim") || http.Request.Path.StartsWithSegments("/.well-known");

    static bool IsKeyed(HttpContext http) => IsApi(http) && http.User.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyAuthentication.Name };

    static RateLimiterOptions Limits(PartitionedRateLimiter<HttpContext> limiter) => new() { OnRejected = Refuse, GlobalLimiter = limiter };

    static PartitionedRateLimiter<HttpContext> Often(int perMinute, int burst, Func<HttpContext, string> partition) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(partition(http), _ => new()
        {
            TokenLimit = Math.Max(1, burst),
            ReplenishmentPeriod = Second * Math.Max(1, 60 / Math.Max(1, perMinute)),
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            QueueLimit = 0,
        }));

    static string KeyOf(HttpContext http) => $"{http.User.FindFirstValue(PortalClaims.Tenant)}:{http.User.FindFirstValue(PortalClaims.Person)}";

    static string TenantOf(HttpContext http) => http.User.FindFirstValue(PortalClaims.Tenant) ?? "";

    public static string BucketOf(HttpContext http)
    {
        // One subscriber holds a whole /64 of IPv6.
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var bytes = address.GetAddressBytes();
        var hash = new HashCode();
        hash.AddBytes(address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? bytes.AsSpan(0, 8) : bytes);
        return ((uint)hash.ToHashCode() % AddressBuckets).ToString(CultureInfo.InvariantCulture);
    }

    static ValueTask Refuse(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Second;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var answer = ScimApi.IsAt(rejected.HttpContext.Request.Path)
            ? ScimAnswer.Refuse(StatusCodes.Status429TooManyRequests, null, ApiErrors.TooMany.Message)
            : ApiErrors.TooMany.ToProblem(StatusCodes.Status429TooManyRequests);
        return new(answer.ExecuteAsync(rejected.HttpContext));
    }
}
