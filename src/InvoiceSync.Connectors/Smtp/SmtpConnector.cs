using System.Net;
using InvoiceSync.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>E-mail over SMTP: by the server of the installation, when it has one, and by those of its companies.</summary>
public static class SmtpConnector
{
    public static IServiceCollection AddSmtp(this IServiceCollection services, SmtpSettings settings)
    {
        if (settings.Host is { Length: > 0 } host)
        {
            if (!MailAddresses.IsOne(settings.From)) throw new InvalidOperationException("Set Mail:From to the address our e-mail comes from.");
            if (!settings.StartTls && !IsThisMachine(host)) throw new InvalidOperationException("Mail:StartTls may only be off for a mail server on this machine.");
        }

        services.TryAddSingleton(_ => new GuardedLine(loopback: false));
        return services.AddSingleton(settings).AddSingleton<IMailTransport, SmtpTransport>();
    }

    static bool IsThisMachine(string host) => host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
