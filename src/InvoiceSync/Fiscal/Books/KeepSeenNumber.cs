using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Remembers which invoice a message of the authority's list holds.</summary>
[Requires("fiscal.file")]
sealed record KeepSeenNumber(string MessageId, string Index, string Number) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeepSeenNumber, Done>
    {
        public async Task<Done> Handle(KeepSeenNumber command, CancellationToken ct)
        {
            if (!await db.SeenMessages.AnyAsync(m => m.Id == command.MessageId, ct))
                db.Add(new SeenMessage { Id = command.MessageId, Index = command.Index, Number = command.Number });
            return default;
        }
    }
}
