using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Opens a session for whom a passkey has proved; the portal has checked its signature. Possession and a fingerprint or PIN are both steps in one.</summary>
[Anonymous]
public sealed record SignInByPasskey(UserId User, byte[] CredentialId, long SignCount, bool IsBackedUp, string Device, string Address) : IProcess<SignIn.Session>
{
    public string? KnownDevice { get; init; }

    public override string ToString() => nameof(SignInByPasskey);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<SignInByPasskey, SignIn.Session>
    {
        public async Task<SignIn.Session> Handle(SignInByPasskey command, CancellationToken ct)
        {
            (await inside.As(Inside.House(who.Caller), d => d.Send(new UsePasskey(command.User, command.CredentialId, command.SignCount, command.IsBackedUp), ct))).OrThrow();
            var open = new OpenSession(command.User, false, command.Device, command.Address) { Way = SignInWay.Passkey, KnownDevice = command.KnownDevice };
            return (await dispatcher.Send(open, ct)).OrThrow();
        }
    }
}
