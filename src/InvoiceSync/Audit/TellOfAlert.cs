using System.Globalization;
using InvoiceSync.Audit.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Audit;

/// <summary>Writes owners and everybody else who may read the log of an alert, with a link to the entries that gave cause.</summary>
[Requires("audit.watch")]
sealed record TellOfAlert(AlertId Alert) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ReaderPost post, ISiteAddress site) : IHandle<TellOfAlert, Done>
    {
        public async Task<Done> Handle(TellOfAlert command, CancellationToken ct)
        {
            var alert = (await dispatcher.Ask(new GetAlert(command.Alert), ct)).OrThrow();
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var rules = (await dispatcher.Ask(new GetAlertRules(), ct)).OrThrow();
            var at = alert.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            var letter = AuditLetter.Write(KindOf(alert.Kind), rules.Language, site.Of($"/t/{company.Slug}/activity?{alert.Filter}"), null, company.Name, alert.Count, at);
            await post.Write(letter, $"alert:{alert.Id}", null, ct);
            return default;
        }

        static AuditLetterKind KindOf(AlertKind kind) => kind switch
        {
            AlertKind.MassDelete => AuditLetterKind.MassDelete,
            AlertKind.NewNetwork => AuditLetterKind.NewNetwork,
            AlertKind.LogExported => AuditLetterKind.LogExported,
            _ => AuditLetterKind.ManyRefused,
        };
    }
}
