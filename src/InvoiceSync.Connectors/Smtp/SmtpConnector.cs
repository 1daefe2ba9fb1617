using System.Net;
using System.Net.Mail;
using InvoiceSync.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>E-mail over SMTP. Without a host it registers nothing, and mails are kept instead of sent.</summary>
public static class SmtpConnector
{
    public static IServiceCollection AddSmtp(this IServiceCollection services, SmtpSettings settings)
    {
        if (settings.Host is not { Length: > 0 } host) return services;
        if (!MailAddress.TryCreate(settings.From, out _)) throw new InvalidOperationException("Set Mail:From to the address our e-mail comes from.");
        if (!settings.StartTls && !IsThisMachine(host)) throw new InvalidOperationException("Mail:StartTls may only be off for a mail server on this machine.");
        return services.AddSingleton(settings).AddSingleton<IMailTransport, SmtpTransport>();
    }

    static bool IsThisMachine(string host) => host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
