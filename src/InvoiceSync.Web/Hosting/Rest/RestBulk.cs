using System.Text.Json;
using System.Text.Json.Serialization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// Up to a thousand at once: without an id an item is made, with one it is merged into what there is, as by PATCH. All are tried and each is answered in its
/// place; the call as a whole is 200 unless it could not be read. What is asked of the business is asked once for all of them.
/// </summary>
static class RestBulk
{
    public const int Most = 1000;

    /// <summary>Each item has the fields of the one it makes; with id only those that shall change.</summary>
    public sealed record Many(IReadOnlyList<JsonElement> Items);

    public sealed record Answer(IReadOnlyList<Outcome> Results, int Succeeded, int Failed);

    public sealed record Outcome(int Index, int Status, string? Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Refusal? Error);

    public sealed record Refusal(string Code, string Detail, IReadOnlyList<FieldProblem> Errors);

    /// <summary>What is there already, as a PUT would write it.</summary>
    public sealed record Known<TBody>(TBody Body, long Version);

    public sealed record Item<TId, TBody>(TId? Id, TBody Body, long? Version) where TId : struct;

    /// <summary>An id, or why there is none: one error, or several fields that are wrong.</summary>
    public sealed record Tried(string? Id, Error? Error, IReadOnlyList<FieldProblem> Fields)
    {
        public static Tried Of<TId>(Result<TId> answer, Func<Error, IReadOnlyList<FieldProblem>> fields) where TId : struct, IId<TId> =>
            answer.Match(id => new Tried(id.ToText(), null, []), error => new(null, error, fields(error)));
    }

    public static Task<IResult> With<TId, TBody>(
        HttpRequest request,
        Func<IReadOnlyList<TId>, Task<Result<Dictionary<TId, Known<TBody>>>>> load,
        Func<IReadOnlyList<Item<TId, TBody>>, Task<Result<List<Tried>>>> save) where TId : struct, IId<TId> where TBody : class =>
        RestBody.With<Many>(request, async body =>
        {
            if (body.Items.Count is 0 or > Most) return RestProblem.Of(RestErrors.BulkSize, [FieldProblem.At("/items", RestErrors.BulkSize)]);
            List<TId> named = [.. body.Items.Select(item => IdOf(item) is { } text && Ids.TryParse<TId>(text, out var id) ? id : (TId?)null).OfType<TId>()];
            var known = named.Count == 0 ? new Dictionary<TId, Known<TBody>>() : await load(named);
            if (known.Error is { } unreadable) return unreadable.ToRestProblem();

            var once = named.ToHashSet();
            var read = body.Items.Select(item => Read(item, known.OrThrow(), once)).ToList();
            List<Item<TId, TBody>> good = [.. read.Select(r => r.Item).OfType<Item<TId, TBody>>()];
            var saved = good.Count == 0 ? new List<Tried>() : await save(good);
            if (saved.Error is { } refused) return refused.ToRestProblem();

            var answers = new Queue<Tried>(saved.OrThrow());
            List<Outcome> outcomes = [.. read.Select((r, at) => OutcomeOf(at, r.Item is null ? r.Refused! : answers.Dequeue(), isNew: r.Item?.Id is null))];
            return new RestAnswer<Answer>(new(outcomes, outcomes.Count(o => o.Error is null), outcomes.Count(o => o.Error is not null)));
        });

    static (Item<TId, TBody>? Item, Tried? Refused) Read<TId, TBody>(JsonElement item, Dictionary<TId, Known<TBody>> known, HashSet<TId> once) where TId : struct, IId<TId> where TBody : class
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out _)) return Checked<TId, TBody>(RestPatch.Read<TBody>(item), null, null);
        if (!Ids.TryParse<TId>(IdOf(item), out var id) || !known.TryGetValue(id, out var there)) return (null, new(null, ApiErrors.NotFound, []));
        // Both would be merged into what there is now, and the second would undo the first.
        if (!once.Remove(id)) return (null, new(null, RestErrors.BulkRepeated, []));
        var rest = JsonSerializer.SerializeToElement(item.EnumerateObject().Where(f => f.Name != "id").ToDictionary(f => f.Name, f => f.Value), RestJson.Options);
        return Checked<TId, TBody>(RestPatch.Merged(there.Body, rest), id, there.Version);
    }

    static (Item<TId, TBody>?, Tried?) Checked<TId, TBody>((TBody? Body, IReadOnlyList<FieldProblem> Problems) read, TId? id, long? version) where TId : struct where TBody : class =>
        read.Body is { } body ? (new(id, body, version), null) : (null, new(null, ApiErrors.BodyInvalid(null), read.Problems));

    static string? IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    static Outcome OutcomeOf(int at, Tried tried, bool isNew) => tried.Error is { } error
        ? new(at, RestProblem.StatusOf(error) ?? ApiProblems.StatusOf(error.Kind), null, new(error.Code, error.Message, tried.Fields))
        : new(at, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, tried.Id, null);
}
