using InvoiceSync.Kernel.Modules;
using InvoiceSync.Kernel.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Monitoring;

/// <summary>
/// Whether everything that is owed gets done: what failed too often is shown to a person, with buttons to try again or let go; what has served is forgotten at night; how
/// much waits in all companies together is told in numbers, never whose.
/// </summary>
public sealed class MonitoringModule : IModule
{
    const int AsideDays = 90;

    public static void Register(ModuleBuilder module)
    {
        module
            .Runs<ForgetServed>("monitoring.forget-served", "0 40 2 * * ?", JobScope.EachTenant)
            .Forgets<WorkItem>("work-put-aside", AsideDays, before => w => w.State == WorkState.Aside && w.DueAt < before);
        module.Services.TryAddSingleton(KeptDays.Ours);
    }
}
