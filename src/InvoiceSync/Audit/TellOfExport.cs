using System.Globalization;
using InvoiceSync.Audit.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Audit;

/// <summary>Writes the chosen readers of the log that an export is there: a link, never what is in it.</summary>
[Requires("audit.export")]
sealed record TellOfExport(ExportRunId Run) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ReaderPost post, ISiteAddress site) : IHandle<TellOfExport, Done>
    {
        public async Task<Done> Handle(TellOfExport command, CancellationToken ct)
        {
            var exports = (await dispatcher.Ask(new ListExports(), ct)).OrThrow();
            // Meanwhile too old, or its plan deleted: then there is nobody to tell.
            if (exports.Runs.SingleOrDefault(r => r.Id == command.Run) is not { Problem: null } run || exports.Plans.SingleOrDefault(p => p.Id == run.Plan) is not { } plan) return default;
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var link = site.Of($"/t/{company.Slug}/activity/exports");
            var letter = AuditLetter.Write(AuditLetterKind.ExportMade, plan.Language, link, null, company.Name, run.Name, Day(run.Period.From), Day(run.Period.To), run.Entries);
            await post.Write(letter, $"export:{run.Id}:{run.MadeAt.UtcTicks}", plan.Readers, ct);
            return default;
        }

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
