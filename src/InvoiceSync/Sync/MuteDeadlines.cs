using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Whether the caller gets mails when deadlines of the company come near. Everybody who may file gets them until they say otherwise.</summary>
[Requires("fiscal.file")]
public sealed record MuteDeadlines(bool Mute) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<MuteDeadlines, Done>
    {
        public async Task<Done> Handle(MuteDeadlines command, CancellationToken ct)
        {
            var me = who.Caller.Actor;
            var muted = await db.DeadlineMutes.SingleOrDefaultAsync(m => m.Person == me, ct);
            if (command.Mute == muted is not null) return default;
            if (muted is null) db.Add(new DeadlineMute { Person = me });
            else db.Remove(muted);
            db.Note(new(command.Mute ? "deadline.mails_stopped" : "deadline.mails_wanted", "deadline_mute", me));
            return default;
        }
    }
}
