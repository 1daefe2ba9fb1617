namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The addresses of one connection: /sso/{slug}/start, /callback and the rest. A provider is told them, so they are built on the public origin.</summary>
static class SsoAddress
{
    const string Prefix = "/sso/";

    public static string Path(string slug, string last) => $"{Prefix}{slug}/{last}";

    public static Uri Public(HttpContext http, PortalOptions options, string slug, string last) =>
        new(options.PublicOrigin ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), Path(slug, last));

    /// <summary>The slug of any address below a connection; null for one that cannot be ours.</summary>
    public static string? SlugIn(PathString path) => path.Value?.Split('/') is ["", "sso", { Length: 20 } slug, ..] && slug.All(char.IsAsciiHexDigitLower) ? slug : null;

    /// <summary>The slug of /sso/{slug}/{last}, or null for any other address.</summary>
    public static string? SlugOf(PathString path, string last) =>
        path.Value is { } text && text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith($"/{last}", StringComparison.Ordinal)
        && text[Prefix.Length..^(last.Length + 1)] is { Length: > 0 } slug && !slug.Contains('/', StringComparison.Ordinal)
            ? slug
            : null;
}
