using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Seals the log as it is and tells every place outside. A place that does not answer is told the next time, of all it missed.</summary>
[Requires("audit.seal")]
public sealed record AnchorLog : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, IEnumerable<IAnchor> places) : IHandle<AnchorLog, Done>
    {
        public async Task<Done> Handle(AnchorLog command, CancellationToken ct)
        {
            (await dispatcher.Send(new SealCheckpoint(), ct)).OrThrow();
            Error? lost = null;
            foreach (var place in places) lost = await Tell(place, ct) ?? lost;
            return lost is null ? default(Done) : throw new RuleBrokenException(lost);
        }

        async Task<Error?> Tell(IAnchor place, CancellationToken ct)
        {
            foreach (var checkpoint in (await dispatcher.Ask(new ListUnanchored(place.Place), ct)).OrThrow())
            {
                try
                {
                    await place.Keep(checkpoint, ct);
                }
                catch (Exception failure) when (failure is IOException or HttpRequestException or TimeoutException or UnauthorizedAccessException)
                {
                    return AuditErrors.AnchorUnreachable;
                }

                (await dispatcher.Send(new NoteAnchored(place.Place, checkpoint.Size), ct)).OrThrow();
            }

            return null;
        }
    }
}
