using InvoiceSync.Kernel;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Messaging;

/// <summary>
/// By which server the company's mails to its customers leave, with the password opened: its own, the practice world's for a
/// practice company, or, when Server is null, the installation's. Kept when a practice company has no practice server.
/// </summary>
[Requires("mail.send")]
sealed record FindMailRoute : IQuery<FindMailRoute.Route>
{
    internal sealed record Route(MailServer? Server, MailSender Sender, bool Kept = false);

    internal sealed class Handler(IDispatcher dispatcher, ProviderHosts hosts) : IHandle<FindMailRoute, Route>
    {
        public async Task<Route> Handle(FindMailRoute query, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var kept = await dispatcher.Ask(new OpenConnection(MailSettings.Provider), ct);
            var settings = MailSettings.Of(kept.IsOk ? kept.OrThrow().Settings : null);
            var sender = settings.Sender(tenant.Name);
            if (tenant.Mode == TenantMode.Practice) return new(Practice(tenant.Slug), sender with { Address = sender.Address ?? $"invoices@{tenant.Slug}.example" }, hosts.PracticeMail is null);
            if (!settings.UsesOwn) return new(null, sender with { Address = null, ReturnTo = null });
            return new(settings.Server(kept.OrThrow().Secrets.GetValueOrDefault(MailSettings.Password)), sender);
        }

        MailServer? Practice(string slug) =>
            hosts.PracticeMail is { } at ? new(at.Host, at.Port, MailSafety.StartTls, slug, "practice") { IsPractice = true } : null;
    }
}
