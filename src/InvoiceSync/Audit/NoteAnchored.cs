using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>A place outside keeps the checkpoint of this size now.</summary>
[Requires("audit.seal")]
public sealed record NoteAnchored(string Place, long Size) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteAnchored, Done>
    {
        public async Task<Done> Handle(NoteAnchored command, CancellationToken ct)
        {
            var told = await db.Anchored.SingleOrDefaultAsync(a => a.Place == command.Place, ct);
            if (told is null) db.Add(told = new() { Place = command.Place });
            (told.Size, told.At) = (Math.Max(told.Size, command.Size), time.GetUtcNow());
            return default;
        }
    }
}
