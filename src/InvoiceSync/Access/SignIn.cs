using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>
/// Signs a person in by e-mail and password. Unknown address, wrong password and locked account get the same answer.
/// Ten wrong tries lock for 15 minutes. The token is shown to the browser once; we keep its hash.
/// </summary>
[Anonymous]
public sealed record SignIn(string Email, string Password, bool Remember, string Device, string Address) : ICommand<SignIn.Session>
{
    public sealed record Session(string Token, DateTimeOffset EndsAt, IReadOnlyList<string> TenantSlugs);
}
