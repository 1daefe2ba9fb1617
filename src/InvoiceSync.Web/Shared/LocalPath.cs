namespace InvoiceSync.Web.Shared;

/// <summary>Where a redirect may lead: a path on this site, never another one, whatever the query string says.</summary>
public static class LocalPath
{
    public static string Or(string? wanted, string otherwise) => IsLocal(wanted) ? wanted! : otherwise;

    // "//evil", "/\evil" and "/<tab>/evil" are other sites to a browser.
    static bool IsLocal(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}
