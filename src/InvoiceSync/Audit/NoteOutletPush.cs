using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Notes how far a log system has the log now, what it will never take, and when it is tried again if something is wrong.</summary>
[Requires("audit.push")]
sealed record NoteOutletPush(OutletId Outlet, long From, long To, IReadOnlyList<NoteOutletPush.Left> Refused, string? Problem, TimeSpan? After) : ICommand<Done>
{
    internal sealed record Left(long Seq, AuditEntryId Entry, string Reason);

    public static NoteOutletPush Of(OutletId outlet, ReadOutletBatch.Batch batch, OutletAnswer answer) => answer switch
    {
        OutletAnswer.Settled settled => new(outlet, batch.After, settled.Count == 0 ? batch.After : batch.Entries[settled.Count - 1].Seq, [.. settled.Refused.Select(r => Of(batch.Entries[r.Index], r.Reason))], settled.Problem, settled.After),
        OutletAnswer.Unreadable unreadable => new(outlet, batch.After, batch.Entries[0].Seq, [Of(batch.Entries[0], unreadable.Reason)], null, null),
        OutletAnswer.Away away => new(outlet, batch.After, batch.After, [], away.Reason, away.After),
        _ => throw new InvalidOperationException($"{answer} is no answer."),
    };

    static Left Of(OutletEntry entry, string reason) => new(entry.Seq, Ids.TryParse<AuditEntryId>(entry.Id, out var id) ? id : default, reason);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteOutletPush, Done>
    {
        public async Task<Done> Handle(NoteOutletPush command, CancellationToken ct)
        {
            var at = await db.OutletProgress.SingleOrDefaultAsync(p => p.Outlet == command.Outlet, ct);
            // Deleted meanwhile, or another node that took this one for dead was faster.
            if (at is null || at.Seq != command.From) return default;
            var now = time.GetUtcNow();
            if (command.To > at.Seq) (at.Seq, at.SentAt) = (command.To, now);
            if (command.Problem is { } problem) at.Fail(problem, command.After, now);
            else at.Work();
            foreach (var left in command.Refused) db.Add(new ParkedEntry { Outlet = command.Outlet, Seq = left.Seq, Entry = left.Entry, Reason = ParkedEntry.Cut(left.Reason), At = now });
            if (at.NotBefore is { } then) db.Pending.Add(db.Scope.Tenant!.Value, new PushOutlet(command.Outlet), command.Outlet.ToString(), then);
            return default;
        }
    }
}
