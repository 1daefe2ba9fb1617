using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Tells a day's summary to who wants it, to each once however often it is asked for. An empty day is not told where the company is quiet then. Answers whom.</summary>
[Requires("invoice.create")]
public sealed record SendSummary(DateOnly Day) : IProcess<SendSummary.View>
{
    public sealed record View(GetDaySummary.View Summary, int People);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch system, CallerHolder who, ISiteAddress site, TimeProvider time) : IHandle<SendSummary, View>
    {
        public async Task<View> Handle(SendSummary command, CancellationToken ct)
        {
            // It tells the whole company's sales: for who reads them all.
            Rule.Require(who.Caller.Reach("invoice.read") is null, CallerErrors.PermissionMissing);
            // The same for everybody who is told: they read everybody's sales.
            var me = Caller.System(who.Caller.Tenant, "summary");
            var summary = (await system.As(me, d => d.Ask(new GetDaySummary(command.Day), ct))).OrThrow();
            var to = (await system.As(me, d => d.Ask(new ListListeners(NewsKind.Summary), ct))).OrThrow();
            if (summary.IsEmpty && to.SkipsEmpty) return new(summary, 0);
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var (link, about) = (site.Of($"/t/{tenant.Slug}/sales"), command.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            var post = new QueueNewsPost(NewsKind.Summary, about, NewsBody.Of(summary, tenant.Slug, link, time.GetUtcNow()));
            // A day is told once: of one that is not over yet a program would keep half.
            if (command.Day < tenant.DateOf(time.GetUtcNow())) (await system.As(me, d => d.Send(post, ct))).OrThrow();
            foreach (var person in to.People)
            {
                var letter = (await system.As(me, d => d.Ask(NewsLetter.Of(summary, tenant.Name, person.Name, link, to.Language), ct))).OrThrow();
                (await system.As(me, d => d.Send(new QueueMail(person.Email, letter, $"news:Summary:{about}:{person.Person}"), ct))).OrThrow();
            }

            return new(summary, to.People.Count);
        }
    }
}
