using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.News;

/// <summary>Writes those who can renew ANAF's authorisation that it ends, or has ended, and until when filing goes on. Repeated, it is the same mail.</summary>
[Requires("mail.send")]
sealed record TellOfAuthorization(DateOnly EndsOn, int DaysLeft, int Step, DateOnly? FilesUntil) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ISiteAddress site) : IHandle<TellOfAuthorization, Done>
    {
        public async Task<Done> Handle(TellOfAuthorization command, CancellationToken ct)
        {
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var letter = AuthorizationLetter.Write(company.Name, command, site.Of($"/t/{company.Slug}/settings/anaf"));
            foreach (var person in (await dispatcher.Ask(new ListRenewers(), ct)).OrThrow())
            {
                var key = FormattableString.Invariant($"authorization:{company.Id}:{command.EndsOn:yyyy-MM-dd}:{command.Step}:{person.Id}");
                (await dispatcher.Send(new QueueMail(person.Email, letter, key), ct)).OrThrow();
            }

            return default;
        }
    }
}
