using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>The logs intake, version 2: one array, all of it or nothing, and its limits.</summary>
public sealed class DatadogReceiver : SiemReceiver
{
    const int MostLogs = 1000;
    const int LargestBody = 5_000_000;
    const int LargestLog = 1_000_000;

    public int LargestBatch { get; private set; }

    protected override string Path => "/api/v2/logs";

    protected override IResult Take(HttpRequest request, byte[] body)
    {
        Require(request.Headers["DD-API-KEY"] == Token, "no API key");
        Require(request.ContentType == "application/json", "not JSON");
        var logs = JsonDocument.Parse(body).RootElement.EnumerateArray().ToList();
        LargestBatch = Math.Max(LargestBatch, logs.Count);
        Require(logs.Count is > 0 and <= MostLogs && body.Length <= LargestBody && logs.All(l => l.GetRawText().Length <= LargestLog), "more than the intake takes");
        foreach (var log in logs) Require(log.GetProperty("ddsource").GetString() == "invoicesync" && log.GetProperty("message").GetString()!.Length > 0, "no source or message");
        if (logs.Any(l => IsPoison(l.GetProperty("audit")))) return Results.Json(new { errors = new[] { new { status = "400", title = "Bad Request" } } }, statusCode: 400);
        foreach (var log in logs) Keep(log.GetProperty("audit").GetProperty("id").GetString()!, log.GetProperty("audit"));
        return Results.Json(new { }, statusCode: 202);
    }
}
