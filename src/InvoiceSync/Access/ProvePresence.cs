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
            var proof = new CheckPresence(Person.Of(who.Caller), session, command.Secret);
            Rule.Require((await inside.As(Inside.House(who.Caller), d => d.Send(proof, ct))).OrThrow(), AccessErrors.ProofWrong);
            return default;
        }
    }
}
