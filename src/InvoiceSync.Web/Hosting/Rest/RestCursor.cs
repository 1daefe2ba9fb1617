using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>Where a page ended: the value it is sorted by, as text, and the row's id.</summary>
sealed record RestKey(string At, Guid Id)
{
    public static RestKey Of(PageKey key) => new(key.At.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture), key.Id);

    public PageKey ToPageKey() => new(DateTimeOffset.Parse(At, System.Globalization.CultureInfo.InvariantCulture), Id);
}

/// <summary>
/// A key as callers carry it: sealed for the company, the list and its order, so that one made up, altered, or taken from another
/// list does not open. It names the last row seen, not a count: rows that come meanwhile neither repeat nor hide others.
/// </summary>
sealed class RestCursor(IDataProtectionProvider protection)
{
    const int Longest = 2000;

    public string Write(RestKey key, string company, string list, string order) =>
        Base64Url.EncodeToString(Seal(company, list, order).Protect(JsonSerializer.SerializeToUtf8Bytes(key)));

    public RestKey? Read(string text, string company, string list, string order)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<RestKey>(Seal(company, list, order).Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    IDataProtector Seal(string company, string list, string order) => protection.CreateProtector("page cursor", "v1", company, list, order);
}
