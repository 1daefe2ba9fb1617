using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.News;

/// <summary>Writes those who may file how many documents are on their second, third and fourth day. Repeated, it is the same mail.</summary>
[Requires("mail.send")]
sealed record TellOfDeadlines(string Cause, int Second, int Third, int Fourth) : IProcess<Done>
{
    /// <summary>How many of them have an outage of ANAF of a day or more within their days.</summary>
    public int Rested { get; init; }

    internal sealed class Handler(IDispatcher dispatcher, ISiteAddress site) : IHandle<TellOfDeadlines, Done>
    {
        public async Task<Done> Handle(TellOfDeadlines command, CancellationToken ct)
        {
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var muted = (await dispatcher.Ask(new ListMuted(), ct)).OrThrow();
            var letter = DeadlineLetter.Write(company.Name, command, site.Of($"/t/{company.Slug}/fiscal/deadlines"));
            foreach (var person in (await dispatcher.Ask(new ListFilers(), ct)).OrThrow().Where(p => !muted.Contains(p.Id.ToString())))
                (await dispatcher.Send(new QueueMail(person.Email, letter, $"deadline:{company.Id}:{command.Cause}:{person.Id}"), ct)).OrThrow();
            return default;
        }
    }
}
