using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Shows that the caller still sits there by one of their own passkeys, whose signature the portal has checked.</summary>
[Requires("self")]
public sealed record ProvePresenceByPasskey(UserId User, byte[] CredentialId, long SignCount, bool IsBackedUp) : IProcess<Done>
{
    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ProvePresenceByPasskey, Done>
    {
        public async Task<Done> Handle(ProvePresenceByPasskey command, CancellationToken ct)
        {
            Rule.Require(Ids.TryParse<SessionId>(who.Caller.Session, out var session), AccessErrors.NotAPerson);
            Rule.Require(Person.Of(who.Caller) == command.User, AccessErrors.PasskeyRefused);
            var house = Inside.House(who.Caller);
            (await inside.As(house, d => d.Send(new UsePasskey(command.User, command.CredentialId, command.SignCount, command.IsBackedUp), ct))).OrThrow();
            Rule.Require((await inside.As(house, d => d.Send(new NotePresence(command.User, session), ct))).OrThrow(), AccessErrors.PasskeyRefused);
            return default;
        }
    }
}
