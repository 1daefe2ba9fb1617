using InvoiceSync.Kernel.Modules;
using InvoiceSync.Ledger.Model;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Ledger;

/// <summary>
/// Double entry under every money fact: what one account is debited another is credited, in the commit that makes the fact
/// true. Entries are only ever added; a mistake is undone by a counter entry. Its neighbours say what their events mean in money.
/// </summary>
public sealed class LedgerModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module.Runs<WatchLedger>("ledger.watch-ledger", cron: "0 50 3 * * ?", JobScope.EachTenant);
        module.Services.AddSingleton(new PostingRules(typeof(LedgerModule).Assembly.GetTypes())).AddScoped<Journal>();
    }
}
