using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>A log system with its token, for our own work alone.</summary>
[Requires("audit.push")]
sealed record OpenOutlet(OutletId Outlet) : IQuery<OutletTarget>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<OpenOutlet, OutletTarget>
    {
        public async Task<OutletTarget> Handle(OpenOutlet query, CancellationToken ct)
        {
            var outlet = Rule.Found(await db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Outlet, ct), OutletErrors.NotFound);
            var token = (await dispatcher.Ask(new OpenSecret(outlet.Purpose, outlet.Secrets[Model.Outlet.TokenName]), ct)).OrThrow();
            return new(outlet.Kind, new(outlet.Address), outlet.Index, outlet.Source, token);
        }
    }
}
