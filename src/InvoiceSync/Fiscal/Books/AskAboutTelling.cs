using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Stops a payment on its way into a provider's books for a person: they show something that nothing else can explain.</summary>
[Requires("fiscal.file")]
sealed record AskAboutTelling(InvoiceId Invoice, int Number, BooksBalance There, string Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AskAboutTelling, Done>
    {
        public async Task<Done> Handle(AskAboutTelling command, CancellationToken ct)
        {
            var told = await db.FoundTold(command.Invoice, ct);
            told.Read(command.There, time.GetUtcNow());
            told.Ask(command.Number, command.Why);
            return default;
        }
    }
}
