namespace InvoiceSync.Client;

/// <summary>/v1/schedules: recurring invoices.</summary>
public sealed class Schedules
{
    readonly Wire wire;

    internal Schedules(Wire wire) => this.wire = wire;

    public IAsyncEnumerable<Schedule> List(Dictionary<string, string>? where = null, CancellationToken ct = default) => wire.Rows<Schedule>("schedules", where, ct);

    public Task<Schedule> Get(string id, CancellationToken ct = default) => wire.Get<Schedule>(At(id), null, ct);

    public Task<Schedule> Create(NewSchedule schedule, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Schedule>("schedules", schedule, idempotencyKey, ct);

    /// <summary>Writes it anew, all of it; the days of one that has begun stay.</summary>
    public Task<Schedule> Replace(string id, NewSchedule schedule, string ifMatch, CancellationToken ct = default) => wire.Change<Schedule>(HttpMethod.Put, At(id), schedule, ifMatch, ct);

    /// <summary>Changes the fields of the object given, like new { name = "Abonament" }.</summary>
    public Task<Schedule> Change(string id, object fields, string ifMatch, CancellationToken ct = default) => wire.Change<Schedule>(HttpMethod.Patch, At(id), fields, ifMatch, ct);

    public Task<Schedule> Pause(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Schedule>(At(id) + "/pause", null, idempotencyKey, ct);

    /// <summary>Goes on with the next day still to come.</summary>
    public Task<Schedule> Resume(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Schedule>(At(id) + "/resume", null, idempotencyKey, ct);

    /// <summary>For good. What it made stays.</summary>
    public Task End(string id, string? ifMatch = null, CancellationToken ct = default) => wire.Delete(At(id), ifMatch, ct);

    static string At(string id) => $"schedules/{Uri.EscapeDataString(id)}";
}
