using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>Tells the log in plain words where invoices are filed from now on.</summary>
[Requires("integration.manage")]
sealed record NoteAnafSwitch(bool UseTest) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteAnafSwitch, Done>
    {
        public Task<Done> Handle(NoteAnafSwitch command, CancellationToken ct)
        {
            db.Note(new("anaf.switched", "connection", FiscalDoor.Anaf) { Details = new Dictionary<string, string> { ["system"] = command.UseTest ? "test" : "real" } });
            return Task.FromResult(default(Done));
        }
    }
}
