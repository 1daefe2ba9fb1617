using System.Globalization;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Audit;

/// <summary>/api/audit: the log as evidence for a verifier elsewhere, proofs of single entries, our own verdict, and the keys that sign.</summary>
static class AuditApi
{
    public static void MapAuditApi(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("/download/evidence", Evidence).DescribeFile("export_audit_evidence", "The whole log with its checkpoints, to be verified by invoicesync audit verify", "application/octet-stream");
        audit.MapGet("/download/archive/{month}", Archive).DescribeFile("export_audit_archive", "One archived month, verifiable by itself and together with what follows", "application/octet-stream");
        audit.MapGet("/archives", Archives).Describe<IReadOnlyList<ListArchives.Row>>("list_audit_archives", "The months of the log that lie in the archive, oldest first");
        audit.MapGet("/{id}/proof", Proof).Describe<GetProof.Proof>("prove_audit_entry", "That one entry is in the log, to be verified by invoicesync audit verify-entry", 404, 409);
        audit.MapGet("/verification", Verify).Describe<VerifyLog.Report>("verify_audit_log", "Walks along the log and says whether it holds");
        audit.MapGet("/download/keys", ([FromServices] CheckpointKeys keys) => TypedResults.Text(keys.PublicPem, "application/x-pem-file"))
            .DescribeFile("audit_keys", "The public keys of checkpoints; take them once and keep them apart", "application/x-pem-file");
        audit.MapOutletsApi();
        audit.MapAlertsApi();
    }

    static async Task<IResult> Evidence(bool? archive, IDispatcher dispatcher, [FromServices] ILogArchive files, CancellationToken ct)
    {
        var plan = await dispatcher.Ask(new PlanEvidence(archive ?? true), ct);
        if (plan.Error is { } refused) return refused.ToProblem();
        return TypedResults.Stream(body => EvidenceDownload.Write(plan.OrThrow(), new(body), dispatcher, files, ct), "application/octet-stream", "audit.isaudit");
    }

    static async Task<IResult> Archive(string month, IDispatcher dispatcher, [FromServices] ILogArchive files, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Ask(new FindArchive(first), ct)).Match<IResult>(
            found => TypedResults.Stream(files.Open(found.Tenant, found.File), "application/octet-stream", found.File),
            error => error.ToProblem());
    }

    static async Task<IResult> Archives(IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Ask(new ListArchives(), ct)).Match<IResult>(TypedResults.Ok, error => error.ToProblem());

    static async Task<IResult> Proof(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<AuditEntryId>(id, out var entry)) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Ask(new GetProof(entry), ct)).Match<IResult>(TypedResults.Ok, error => error.ToProblem());
    }

    static async Task<IResult> Verify(bool? whole, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Ask(new VerifyLog(whole ?? false), ct)).Match<IResult>(TypedResults.Ok, error => error.ToProblem());
}
