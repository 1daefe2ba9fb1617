using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Shows that the caller still sits there, by password or by a code of the authenticator app; dangerous acts are open for ten minutes.</summary>
[Requires("self")]
public sealed record ProvePresence(string Secret) : IProcess<Done>
{
    public override string ToString() => nameof(ProvePresence);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ProvePresence, Done>
    {
        public async Task<Done> Handle(ProvePresence command, CancellationToken ct)
        {
            Rule.Require(Ids.TryParse<SessionId>(who.Caller.Session, out var session), AccessErrors.NotAPerson);
            Rule.Require(command.Secret.Length is > 0 and <= PasswordRules.Longest, AccessErrors.ProofWrong);
            var (house, person) = (Inside.House(who.Caller), Person.Of(who.Caller));
            // Two commits: a wrong try is counted whatever becomes of the session.
            Rule.Require((await inside.As(house, d => d.Send(new CheckPresence(person, command.Secret), ct))).OrThrow(), AccessErrors.ProofWrong);
            Rule.Require((await inside.As(house, d => d.Send(new NotePresence(person, session), ct))).OrThrow(), AccessErrors.ProofWrong);
            return default;
        }
    }
}
