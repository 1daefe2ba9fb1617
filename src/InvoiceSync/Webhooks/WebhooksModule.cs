using InvoiceSync.Kernel.Modules;

namespace InvoiceSync.Webhooks;

/// <summary>
/// What we tell other people's systems. Whatever happened stands in one feed a company, numbered in an order that never changes; programs
/// read on from the last event they know and miss none.
/// </summary>
public sealed class WebhooksModule : IModule
{
    public static void Register(ModuleBuilder module) => module.Runs<ForgetEvents>("webhooks.forget-events", cron: "0 35 3 * * ?", JobScope.EachTenant);
}
