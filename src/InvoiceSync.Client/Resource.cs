namespace InvoiceSync.Client;

/// <summary>Things that are listed, read, written and taken away alike. Filters have the names of the API, like created_at[gte].</summary>
public abstract class Resource<T, TNew> where TNew : notnull
{
    readonly Wire wire;
    readonly string name;

    private protected Resource(Wire wire, string name) => (this.wire, this.name) = (wire, name);

    private protected Wire Wire => wire;

    public IAsyncEnumerable<T> List(Dictionary<string, string>? where = null, CancellationToken ct = default) => wire.Rows<T>(name, where, ct);

    public Task<T> Get(string id, CancellationToken ct = default) => wire.Get<T>(At(id), null, ct);

    /// <summary>Made once however often it is sent; give a key of your own where it shall hold beyond this call.</summary>
    public Task<T> Create(TNew body, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<T>(name, body, idempotencyKey, ct);

    /// <summary>Writes it anew, all of it.</summary>
    public Task<T> Replace(string id, TNew body, string ifMatch, CancellationToken ct = default) => wire.Change<T>(HttpMethod.Put, At(id), body, ifMatch, ct);

    /// <summary>Changes the fields of the object given, like new { phone = "112" }; a dictionary may hold nulls, which take fields back.</summary>
    public Task<T> Change(string id, object fields, string ifMatch, CancellationToken ct = default) => wire.Change<T>(HttpMethod.Patch, At(id), fields, ifMatch, ct);

    /// <summary>Throws a draft away; archives a customer or a product.</summary>
    public Task Delete(string id, string? ifMatch = null, CancellationToken ct = default) => wire.Delete(At(id), ifMatch, ct);

    /// <summary>Up to 1,000 at once, each answered in its place: without an id one is made, with one it is changed.</summary>
    public Task<Saved> Save(IEnumerable<object> items, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Saved>($"{name}/bulk", new { items = items.ToList() }, idempotencyKey, ct);

    private protected string At(string id, string tail = "") => $"{name}/{Uri.EscapeDataString(id)}{tail}";
}

/// <summary>What became of many at once.</summary>
public sealed record Saved(IReadOnlyList<Saved.Outcome> Results, int Succeeded, int Failed)
{
    public sealed record Outcome(int Index, int Status, string? Id, Refusal? Error = null);

    public sealed record Refusal(string Code, string Detail, IReadOnlyList<FieldProblem> Errors);
}
