using InvoiceSync.Kernel.Modules;

namespace InvoiceSync.Monitoring;

/// <summary>
/// Whether everything that is owed gets done: what failed too often is shown to a person, with a button to try again; how
/// much waits in all companies together is told in numbers, never whose.
/// </summary>
public sealed class MonitoringModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
    }
}
