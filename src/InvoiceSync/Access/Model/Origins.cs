namespace InvoiceSync.Access.Model;

/// <summary>An origin is scheme, host and port, exactly: https, or http on one's own machine. No path, no wildcard, no "null".</summary>
static class Origins
{
    public const int Longest = 300;

    /// <summary>As a browser sends it: in small letters, without the usual port; null when it is none.</summary>
    public static string? Read(string text)
    {
        var typed = text.Trim();
        if (typed.Length > Longest || typed.Contains('*', StringComparison.Ordinal) || !Uri.TryCreate(typed, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) return null;
        var origin = uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        // A slash at the end is how addresses are copied; anything behind it is more than an origin. IDN hosts are sent in ASCII.
        return uri is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0, HostNameType: not UriHostNameType.Basic and not UriHostNameType.Unknown } && uri.IdnHost == uri.Host && origin.Length <= Longest ? origin : null;
    }
}
