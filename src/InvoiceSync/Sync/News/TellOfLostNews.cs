using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.News;

/// <summary>Writes the owners that their own system did not take a message for two days. A day on which many are given up is one mail to each.</summary>
[Requires("mail.send")]
sealed record TellOfLostNews(NewsPostId Post, NewsKind Kind, DateTimeOffset CreatedAt, DateTimeOffset GivenUpAt, int? Status, string? Problem) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ISiteAddress site) : IHandle<TellOfLostNews, Done>
    {
        public async Task<Done> Handle(TellOfLostNews command, CancellationToken ct)
        {
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var letter = LostNewsLetter.Write(company.Name, command, company.DateOf(command.CreatedAt), site.Of($"/t/{company.Slug}/settings/notifications"));
            var day = company.DateOf(command.GivenUpAt);
            foreach (var person in (await dispatcher.Ask(new ListOwners(), ct)).OrThrow())
                (await dispatcher.Send(new QueueMail(person.Email, letter, FormattableString.Invariant($"news-lost:{company.Id}:{day:yyyy-MM-dd}:{person.Id}")), ct)).OrThrow();
            return default;
        }
    }
}
