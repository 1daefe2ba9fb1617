using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>An HTTP Event Collector: envelopes one behind the other, each with an event; one that is invalid ends the batch with its number.</summary>
public sealed class SplunkReceiver : SiemReceiver
{
    static readonly HashSet<string> Known = ["time", "host", "source", "sourcetype", "index", "event", "fields"];

    /// <summary>Whether the events before an invalid one are kept: collectors differ.</summary>
    public bool KeepsBefore { get; set; }

    protected override string Path => "/services/collector/event";

    protected override IResult Take(HttpRequest request, byte[] body)
    {
        Require(request.Headers.Authorization == $"Splunk {Token}", "no Splunk token");
        Require(request.ContentType == "application/json", "not JSON");
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        var envelopes = new List<JsonElement>();
        while (reader.Read()) envelopes.Add(JsonElement.ParseValue(ref reader));
        Require(envelopes.Count > 0, "no data");
        foreach (var envelope in envelopes) Check(envelope);

        var bad = envelopes.FindIndex(e => IsPoison(e.GetProperty("event")));
        foreach (var envelope in bad < 0 ? envelopes : KeepsBefore ? envelopes[..bad] : []) Keep(envelope.GetProperty("fields").GetProperty("entry_id").GetString()!, envelope.GetProperty("event"));
        return bad < 0
            ? Results.Json(new { text = "Success", code = 0 })
            : Results.Text($$"""{"text":"Invalid data format","code":6,"invalid-event-number":{{bad}}}""", "application/json", statusCode: 400);
    }

    void Check(JsonElement envelope)
    {
        Require(envelope.ValueKind == JsonValueKind.Object && envelope.EnumerateObject().All(p => Known.Contains(p.Name)), "an envelope with keys Splunk does not know");
        Require(envelope.GetProperty("event").ValueKind == JsonValueKind.Object, "no event");
        Require(envelope.GetProperty("time").ValueKind == JsonValueKind.Number && envelope.GetProperty("time").GetDecimal() > 1_700_000_000, "time is not in seconds");
        Require(envelope.GetProperty("sourcetype").GetString() == "invoicesync:audit" && envelope.GetProperty("index").GetString() == "main", "source type or index");
        Require(envelope.GetProperty("fields").EnumerateObject().All(f => f.Value.ValueKind == JsonValueKind.String), "fields are flat");
    }
}
