using System.Net;

namespace InvoiceSync.Sandbox.Hosting;

/// <summary>The practice world answers this machine only, and only under a name of this machine (no DNS rebinding).</summary>
static class Loopback
{
    public static IPAddress Address(string host)
    {
        if (host == "localhost") return IPAddress.Loopback;
        return IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)
            ? address
            : throw new ArgumentException($"The practice world binds loopback only; '{host}' is refused.", nameof(host));
    }

    public static bool Is(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Refuses foreign host names, and pages of foreign origin that post at us.</summary>
    public static Task Guard(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.FirstOrDefault();
        var foreign = origin is not null && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && Is(from.Host));
        if (Is(http.Request.Host.Host) && !foreign) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("The practice world answers this machine only.", http.RequestAborted);
    }
}
