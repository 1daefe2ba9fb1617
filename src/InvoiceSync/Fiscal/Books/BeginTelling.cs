using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Commits that a provider's books are about to be told, and what they said before. False when another call for the invoice is under way.</summary>
[Requires("fiscal.file")]
sealed record BeginTelling(InvoiceId Invoice, int Number, BooksBalance There) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<BeginTelling, bool>
    {
        public async Task<bool> Handle(BeginTelling command, CancellationToken ct)
        {
            var told = await db.FoundTold(command.Invoice, ct);
            told.Read(command.There, time.GetUtcNow());
            return told.TryBegin(command.Number, command.There.Paid, time.GetUtcNow());
        }
    }
}
