using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Keeps a passkey whose attestation the portal has checked, for the caller; at most ten a person, and the person is told.</summary>
[Requires("self")]
[StepUp]
public sealed record AddPasskey(string Name, PasskeyFacts Facts) : IProcess<PasskeyId>
{
    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<AddPasskey, PasskeyId>
    {
        public async Task<PasskeyId> Handle(AddPasskey command, CancellationToken ct)
        {
            var name = command.Name.Trim();
            Rule.Require(name.Length is > 0 and <= 60 && !name.Any(char.IsControl), AccessErrors.PasskeyNameMissing);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new KeepPasskey(Person.Of(who.Caller), name, command.Facts), ct))).OrThrow();
        }
    }
}
