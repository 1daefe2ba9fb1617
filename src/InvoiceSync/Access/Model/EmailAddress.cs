using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Access.Model;

/// <summary>
/// One spelling for one mailbox: trimmed, full-width letters made plain, the domain in its ASCII form. Letters that only look
/// like others (a dotless i) are refused in the local part instead of being taken for them.
/// </summary>
sealed class EmailAddress : ILookupNormalizer
{
    const int Longest = 254;
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static bool TryClean(string? text, [NotNullWhen(true)] out string? clean)
    {
        clean = null;
        if (text is not { Length: > 2 and <= Longest }) return false;
        try
        {
            var plain = text.Trim().Normalize(NormalizationForm.FormKC);
            var at = plain.LastIndexOf('@');
            if (at is < 1 or > 64 || plain[..at].Any(c => !char.IsAscii(c) || char.IsControl(c) || char.IsWhiteSpace(c))) return false;
            var address = $"{plain[..at]}@{Idn.GetAscii(plain[(at + 1)..]).ToLowerInvariant()}";
            if (address.Length > Longest || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address) return false;
            clean = address;
            return true;
        }
        catch (ArgumentException) // half a surrogate, or no domain by the rules
        {
            return false;
        }
    }

    public string? NormalizeEmail(string? email) => TryClean(email, out var clean) ? clean.ToUpperInvariant() : email?.Trim().ToUpperInvariant();

    public string? NormalizeName(string? name) => NormalizeEmail(name);
}
