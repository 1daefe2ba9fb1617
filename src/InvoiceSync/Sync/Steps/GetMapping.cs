using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>The company's rules, and the tax number told for the buyer's address.</summary>
[Requires("fiscal.file")]
sealed record GetMapping(string? Email) : IQuery<GetMapping.View>
{
    public sealed record View(MappingRules Rules, string? TaxId);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMapping, View>
    {
        public async Task<View> Handle(GetMapping query, CancellationToken ct) =>
            new(await MappingSettings.Of(db, ct), await MappedCustomer.TaxIdOf(db, query.Email, ct));
    }
}
