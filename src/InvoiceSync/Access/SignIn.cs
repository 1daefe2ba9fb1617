using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>
/// Signs a person in by e-mail and password. Unknown address, wrong password and locked account get the same answer.
/// Ten wrong tries lock for 15 minutes. The token is shown to the browser once; we keep its hash.
/// </summary>
[Anonymous]
public sealed record SignIn(string Email, string Password, bool Remember, string Device, string Address) : IProcess<SignIn.Session>
{
    public override string ToString() => nameof(SignIn);

    public sealed record Session(string Token, DateTimeOffset EndsAt, IReadOnlyList<string> TenantSlugs);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<SignIn, Session>
    {
        public async Task<Session> Handle(SignIn attempt, CancellationToken ct)
        {
            // Longer input is nobody's password, and hashing it would cost us, not them.
            Rule.Require(attempt is { Email.Length: <= 254, Password.Length: <= 128 }, AccessErrors.SignInRefused);
            // A failed try has to be counted, so checking commits on its own and answers instead of refusing.
            var who = (await dispatcher.Send(new CheckPassword(attempt.Email, attempt.Password), ct)).OrThrow();
            Rule.Require(who is not null, AccessErrors.SignInRefused);
            return (await dispatcher.Send(new OpenSession(who.Value, attempt.Remember, attempt.Device, attempt.Address), ct)).OrThrow();
        }
    }
}
