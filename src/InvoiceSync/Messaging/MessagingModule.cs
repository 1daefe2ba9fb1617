using InvoiceSync.Kernel.Modules;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Messaging;

/// <summary>
/// What we write to people by e-mail, and what companies write to their customers. A mail is stored sealed before it leaves, the
/// work queue sends it and tries again; a company's mails go by its own server or by the installation's, in words it may choose.
/// </summary>
public sealed class MessagingModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module.Runs<ForgetOldMails>("messaging.forget-old-mails", cron: "0 30 3 * * ?", JobScope.EachTenant);
        module.Runs<ForgetOldMails>("messaging.forget-own-old-mails", cron: "0 35 3 * * ?", JobScope.Once);
        module.Uses<TenancyModule>().Services.AddScoped<IUnderMasterKey, MailRewrap>().AddScoped<Outbox>().AddScoped<IQueueMail, CustomerMails>();
        module.Services.TryAddSingleton<IMailTransport, KeptMails>();
    }
}
