using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>
/// Takes the turn at the head of a line, by one statement that looks and moves it at once: of nodes that ask together one is
/// let in. The others are told how long to wait.
/// </summary>
[Requires("fiscal.file")]
sealed record TakeTurn(string Line, TimeSpan Gap) : ICommand<TakeTurn.Answer>
{
    public sealed record Answer(TimeSpan? Wait);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<TakeTurn, Answer>
    {
        // Nodes' clocks differ by less. A turn further off was taken by a clock that was set back since.
        static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

        public async Task<Answer> Handle(TakeTurn command, CancellationToken ct)
        {
            var (line, now) = (command.Line, time.GetUtcNow());
            var (next, tooFar) = (now + command.Gap, now + command.Gap + Skew);
            var taken = await db.CallLines.Where(l => l.Id == line && l.HeldUntil <= now && (l.FreeAt <= now || l.FreeAt > tooFar))
                .ExecuteUpdateAsync(row => row.SetProperty(l => l.FreeAt, next), ct);
            if (taken == 1) return new(null);
            if (await db.CallLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == line, ct) is { } stands)
            {
                var free = stands.HeldUntil > stands.FreeAt ? stands.HeldUntil : stands.FreeAt;
                return new(free > now ? free - now : command.Gap);
            }

            db.Add(new CallLine { Id = line, FreeAt = next });
            return new(null);
        }
    }
}
