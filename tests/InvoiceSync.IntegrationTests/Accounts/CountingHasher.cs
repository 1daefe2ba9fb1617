using InvoiceSync.Access.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>The real hasher, and how often it was put to work: that work is nearly all the time a sign-in takes.</summary>
sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : IPasswordHasher<User>
{
    readonly PasswordHasher<User> real = new(options);
    int times;

    public int Times => times;

    public string HashPassword(User user, string password)
    {
        Interlocked.Increment(ref times);
        return real.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref times);
        return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
