using InvoiceSync.Access;
using InvoiceSync.Connectors.Smtp;
using InvoiceSync.Messaging;
using InvoiceSync.Web.Messaging;

namespace InvoiceSync.Web.Hosting;

/// <summary>The sections Mail and Access of the configuration, and the address that links in mails begin with.</summary>
static class MailSetUp
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSmtp(configuration.GetSection("Mail").Get<SmtpSettings>() ?? new())
        .AddSingleton(configuration.GetSection("Access").Get<AccessOptions>() ?? new())
        .AddSingleton<ISiteAddress, SiteAddress>()
        .AddSingleton<PracticeOutbox>();
}
