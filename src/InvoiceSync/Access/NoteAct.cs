using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access;

/// <summary>Notes an act in the audit log of the caller's company.</summary>
[Requires("people.keep")]
sealed record NoteAct(Act Act) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteAct, Done>
    {
        public Task<Done> Handle(NoteAct command, CancellationToken ct)
        {
            db.Note(command.Act);
            return Task.FromResult(default(Done));
        }
    }
}
