using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>The _bulk API: pairs of lines, each item with a status of its own; what is there already is a conflict.</summary>
public sealed class ElasticReceiver : SiemReceiver
{
    /// <summary>So many items more are taken, then the node is too busy for the rest of the batch.</summary>
    public int RoomFor { get; set; } = int.MaxValue;

    protected override string Path => "/_bulk";

    protected override IResult Take(HttpRequest request, byte[] body)
    {
        Require(request.Headers.Authorization == $"ApiKey {Token}", "no API key");
        Require(request.ContentType == "application/x-ndjson", "not NDJSON");
        Require(body is [.., (byte)'\n'], "the last line has no end");
        var lines = Encoding.UTF8.GetString(body).Split('\n')[..^1];
        Require(lines.Length > 0 && lines.Length % 2 == 0, "actions and documents do not pair");
        var items = new List<object>();
        for (var line = 0; line < lines.Length; line += 2) items.Add(Item(lines[line], lines[line + 1]));
        RoomFor = int.MaxValue;
        var errors = items.Any(i => JsonSerializer.SerializeToElement(i).GetProperty("create").GetProperty("status").GetInt32() >= 400);
        return Results.Json(new { errors, items });
    }

    object Item(string action, string text)
    {
        var create = JsonDocument.Parse(action).RootElement.GetProperty("create");
        var document = JsonDocument.Parse(text).RootElement;
        var id = create.GetProperty("_id").GetString()!;
        Require(create.GetProperty("_index").GetString() == "main" && id == document.GetProperty("id").GetString(), "index or id");
        Require(document.GetProperty("@timestamp").TryGetDateTimeOffset(out _), "no @timestamp");
        if (IsPoison(document)) return Refused(400, "document_parsing_exception", "failed to parse field [metadata]");
        if (RoomFor-- <= 0) return Refused(429, "es_rejected_execution_exception", "rejected execution");
        var isThere = Times.ContainsKey(id);
        Keep(id, document);
        return isThere ? Refused(409, "version_conflict_engine_exception", "document already exists") : new { create = new { status = 201 } };
    }

    static object Refused(int status, string type, string reason) => new { create = new { status, error = new { type, reason } } };
}
