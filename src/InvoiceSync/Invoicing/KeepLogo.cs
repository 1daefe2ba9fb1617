using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps a picture for the head of invoices and answers its name; a design shows it once it is saved with that name.</summary>
[Requires("settings.manage")]
public sealed record KeepLogo(byte[] Picture) : ICommand<string>
{
    /// <summary>In bytes.</summary>
    public const int Largest = LogoPicture.Largest;

    public override string ToString() => nameof(KeepLogo);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeepLogo, string>
    {
        public async Task<string> Handle(KeepLogo command, CancellationToken ct)
        {
            var logo = LogoPicture.Read(command.Picture);
            if (!await db.Logos.AnyAsync(l => l.Hash == logo.Hash, ct)) db.Add(logo);
            return logo.Hash;
        }
    }
}
