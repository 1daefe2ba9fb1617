namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The fields of a form that a provider has a browser post: each at most once, and no more of them than a provider has words for.</summary>
sealed record SamlForm(string? Request, string? Response, string? RelayState)
{
    // 256 KB of XML, as base64, with its plus signs and slashes escaped.
    const int Longest = 512 * 1024;

    /// <summary>Null for what is no such form: nothing in it, or request and response at once.</summary>
    public static async Task<SamlForm?> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not (> 0 and <= Longest)) return null;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form["SAMLRequest"].Count + form["SAMLResponse"].Count != 1 || form["RelayState"].Count > 1) return null;
            var read = new SamlForm(Field(form, "SAMLRequest"), Field(form, "SAMLResponse"), form["RelayState"]);
            return read is { Request: null, Response: null } ? null : read;
        }
        catch (InvalidDataException)
        {
            return null; // more fields, or longer ones, than a form of a provider has
        }
    }

    static string? Field(IFormCollection form, string name) => form[name] is [{ Length: > 0 } only] ? only : null;
}
