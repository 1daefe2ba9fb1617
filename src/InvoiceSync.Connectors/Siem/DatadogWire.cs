using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>Datadog's logs intake, version 2: an array of at most 1000 logs and 5 MB, all taken or none.</summary>
sealed class DatadogWire : ISiemWire
{
    public static readonly DatadogWire It = new();

    public string Path => "/api/v2/logs";

    public string MediaType => "application/json";

    public byte[] Body(OutletTarget target, IReadOnlyList<OutletEntry> entries) =>
        JsonSerializer.SerializeToUtf8Bytes(entries.Select(e => Log(target, e)), SiemText.Json);

    // Status is Datadog's own word for how bad a log is; ours stands inside audit.
    static object Log(OutletTarget target, OutletEntry e) => new
    {
        ddsource = "invoicesync",
        ddtags = $"entry_id:{e.Id}{(target.Index.Length > 0 ? $",index:{target.Index}" : "")}",
        service = target.Source.Length > 0 ? target.Source : "invoicesync",
        hostname = "invoicesync",
        timestamp = e.At,
        status = e.Status == "ok" ? "info" : "warn",
        message = $"{e.Event} {e.Resource}".TrimEnd(),
        audit = SiemText.Of(e),
    };

    public void Authorize(HttpRequestHeaders headers, string token) => headers.Add("DD-API-KEY", token);

    public OutletAnswer? Read(GuardedReply.Answered answered, int count) =>
        answered.Status is HttpStatusCode.Accepted or HttpStatusCode.OK ? new OutletAnswer.Settled(count, []) : null;
}
