using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Audit;

/// <summary>/api/audit: the log as evidence for a verifier elsewhere, our own verdict on it, and the keys that sign it.</summary>
static class AuditApi
{
    public static void MapAuditApi(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("/download/evidence", Evidence).DescribeFile("export_audit_evidence", "The whole log with its checkpoints, to be verified by invoicesync audit verify", "application/octet-stream");
        audit.MapGet("/verification", Verify).Describe<VerifyLog.Report>("verify_audit_log", "Walks along the log and says whether it holds");
        audit.MapGet("/download/keys", ([FromServices] CheckpointKeys keys) => TypedResults.Text(keys.PublicPem, "application/x-pem-file"))
            .DescribeFile("audit_keys", "The public keys of checkpoints; take them once and keep them apart", "application/x-pem-file");
    }

    static async Task<IResult> Evidence(IDispatcher dispatcher, CancellationToken ct)
    {
        var first = await dispatcher.Ask(new ReadEvidence(), ct);
        if (first.Error is { } refused) return refused.ToProblem();
        return TypedResults.Stream(
            async body => await new EvidenceFile(body).Write(async after => after == 0 ? first.OrThrow() : (await dispatcher.Ask(new ReadEvidence(after), ct)).OrThrow(), ct),
            "application/octet-stream",
            "audit.isaudit");
    }

    static async Task<IResult> Verify(bool? whole, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Ask(new VerifyLog(whole ?? false), ct)).Match<IResult>(TypedResults.Ok, error => error.ToProblem());
}
