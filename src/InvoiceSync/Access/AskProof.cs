using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Does nothing but ask for a fresh proof of presence, for acts that begin in the browser and end in another request.</summary>
[Requires("self")]
[StepUp]
public sealed record AskProof : IProcess<Done>
{
    internal sealed class Handler : IHandle<AskProof, Done>
    {
        public Task<Done> Handle(AskProof command, CancellationToken ct) => Task.FromResult(default(Done));
    }
}
