using InvoiceSync.Audit;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Audit;

/// <summary>Evidence as it goes over the wire: archived months copied from their files, then the database, stretch by stretch.</summary>
static class EvidenceDownload
{
    public static async Task Write(PlanEvidence.Plan plan, EvidenceFile file, IDispatcher dispatcher, ILogArchive files, CancellationToken ct)
    {
        await file.Begin(plan.Tenant, plan.Before, plan.Link, ct);
        foreach (var month in plan.Months)
        {
            await using var archived = files.Open(plan.Tenant, month.File);
            await file.Copy(archived, month.Before, ct);
        }

        await file.End(await file.Write(await Next(plan.Cut), plan.Cut, Next, ct), ct);

        async Task<ReadEvidence.Stretch> Next(long after) => (await dispatcher.Ask(new ReadEvidence(after), ct)).OrThrow();
    }
}
