using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Access.Model;

/// <summary>12 to 128 characters, not the person's own name or address, not on the list of known passwords. Nothing else: rules of composition weaken.</summary>
sealed class PasswordRules(BreachedPasswords breached) : IPasswordValidator<User>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        Check(user.Email, user.Name, password);
        return Task.FromResult(IdentityResult.Success);
    }

    public void Check(string? email, string? name, string? password)
    {
        Rule.Require(password is { Length: >= Shortest }, AccessErrors.PasswordShort);
        Rule.Require(password.Length <= Longest, AccessErrors.PasswordLong);
        Rule.Require(!Own(email, name).Any(own => Says(password, own)), AccessErrors.PasswordOwn);
        Rule.Require(!breached.Contains(password), AccessErrors.PasswordBreached);
    }

    static IEnumerable<string> Own(string? email, string? name) =>
        new[] { email, email?.Split('@')[0], name }.Where(own => own is { Length: >= 3 }).Select(own => own!);

    // The name with a little around it is still the name: at least eight characters must be something else.
    static bool Says(string password, string own) =>
        password.Contains(own, StringComparison.OrdinalIgnoreCase) && password.Length - own.Length < 8;
}
