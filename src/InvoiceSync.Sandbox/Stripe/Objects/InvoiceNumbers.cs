using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Numbers run per customer under an eight character prefix, as Stripe's default numbering does.</summary>
static class InvoiceNumbers
{
    public static string Prefix(Books books)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{books.Account}/prefix/{books.Table("customer").Next}"));
        return Convert.ToHexString(hash)[..8];
    }
}
