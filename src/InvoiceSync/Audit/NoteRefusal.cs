using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Notes that the caller was refused something for want of a permission, unless that stands there already since less than a minute.</summary>
[Requires("audit.refuse")]
sealed record NoteRefusal(string Asked, string Permission, string ResourceType, string ResourceId) : ICommand<Done>
{
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<NoteRefusal, Done>
    {
        public async Task<Done> Handle(NoteRefusal command, CancellationToken ct)
        {
            // Another node may have been asked the same a moment ago.
            var (me, lately, asked) = (who.Caller.Actor, time.GetUtcNow() - Quiet, $"\"{command.Asked}\"");
            if (await db.AuditEntries.AnyAsync(e => e.ActorId == me && e.CreatedAt > lately && e.EventType == "access.refused" && e.Metadata.Contains(asked), ct)) return default;
            db.Note(new("access.refused", command.ResourceType, command.ResourceId)
            {
                Status = ActStatus.Refused,
                Details = new Dictionary<string, string> { ["message"] = command.Asked, ["permission"] = command.Permission },
            });
            return default;
        }
    }
}
