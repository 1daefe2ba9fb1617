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

    /// <summary>What the browser said of itself at an earlier sign-in, for a person others have locked out.</summary>
    public string? KnownDevice { get; init; }

    /// <summary>With NeedsSecondStep the token is a slip for that step alone: it opens nothing else.</summary>
    public sealed record Session(string Token, DateTimeOffset EndsAt, IReadOnlyList<string> TenantSlugs)
    {
        /// <summary>The token a remembered browser shows for its next session; null when it is not to be remembered.</summary>
        public string? Remember { get; init; }

        /// <summary>What to know the browser by from now on; null when it is known.</summary>
        public string? Device { get; init; }

        public bool NeedsSecondStep { get; init; }

        public override string ToString() => nameof(Session);
    }

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<SignIn, Session>
    {
        public async Task<Session> Handle(SignIn attempt, CancellationToken ct)
        {
            // Longer input is nobody's password, and hashing it would cost us, not them.
            Rule.Require(attempt is { Email.Length: <= 254, Password.Length: <= 128 }, AccessErrors.SignInRefused);
            // A failed try has to be counted, so checking commits on its own and answers instead of refusing.
            var check = new CheckPassword(attempt.Email, attempt.Password) { Address = attempt.Address, KnownDevice = attempt.KnownDevice };
            var who = (await dispatcher.Send(check, ct)).OrThrow();
            Rule.Require(who is not null, AccessErrors.SignInRefused);
            var open = new OpenSession(who.Value, attempt.Remember, attempt.Device, attempt.Address) { KnownDevice = attempt.KnownDevice };
            return (await dispatcher.Send(new AskSecondStep(open), ct)).OrThrow() ?? (await dispatcher.Send(open, ct)).OrThrow();
        }
    }
}
