using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.News;

/// <summary>Tells people, and the company's own system, that a run or batch ended or has trouble: each once, whatever dies between two mails.</summary>
[Requires("mail.send")]
sealed record TellNews(NewsKind Kind, string About, NewsSubject Subject, int Done, int Open, string? Trouble = null) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ISiteAddress site, TimeProvider time) : IHandle<TellNews, Done>
    {
        public async Task<Done> Handle(TellNews command, CancellationToken ct)
        {
            var to = (await dispatcher.Ask(new ListListeners(command.Kind), ct)).OrThrow();
            if (to.SkipsEmpty && command is { Done: 0, Open: 0, Trouble: null }) return default;
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var link = site.Of($"/t/{tenant.Slug}/{(command.Subject is NewsSubject.Batch ? "sales" : "settings/timetables")}");
            (await dispatcher.Send(new QueueNewsPost(command.Kind, command.About, NewsBody.Of(command, tenant.Slug, link, time.GetUtcNow())), ct)).OrThrow();
            foreach (var person in to.People)
            {
                var letter = (await dispatcher.Ask(NewsLetter.Of(command, tenant.Name, person.Name, link, to.Language), ct)).OrThrow();
                (await dispatcher.Send(new QueueMail(person.Email, letter, $"news:{command.Kind}:{command.About}:{person.Person}"), ct)).OrThrow();
            }

            return default;
        }
    }
}
