using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// PATCH by merging (RFC 7396): a field that is sent replaces the one there is, an object is merged field by field, a list is replaced whole, and null
/// takes the field back to what it is when nobody says anything. What comes out is checked like the body of a PUT.
/// </summary>
static class RestPatch
{
    public static async Task<IResult> With<T>(HttpRequest request, Func<Task<Result<T>>> current, Func<T, Task<IResult>> then) where T : class
    {
        var (sent, refusal) = await RestBody.Parse(request);
        if (refusal is not null) return refusal;
        var known = await current();
        if (known.Error is { } error) return error.ToRestProblem();
        var (merged, problems) = Merged(known.OrThrow(), sent);
        return merged is null ? RestProblem.Of(ApiErrors.BodyInvalid(null), problems) : await then(merged);
    }

    /// <summary>The same for what has a version: it is written over nothing newer than what was merged, whatever If-Match allows.</summary>
    public static async Task<IResult> With<T>(HttpRequest request, Func<Task<Result<RestBulk.Known<T>>>> current, Func<T, long?, Task<IResult>> then) where T : class
    {
        long version = 0;
        return await With<T>(request, Current, changed => then(changed, RestVersion.Expected(request) ?? version));

        async Task<Result<T>> Current() => (await current()).Match<Result<T>>(
            known =>
            {
                version = known.Version;
                return known.Body;
            },
            error => error);
    }

    public static (T? Body, IReadOnlyList<FieldProblem> Problems) Merged<T>(T current, JsonElement sent) where T : class
    {
        if (sent.ValueKind != JsonValueKind.Object) return (null, BodyCheck.Of<T>(sent));
        var whole = JsonSerializer.SerializeToNode(current, RestJson.Options)!.AsObject();
        // A name there is not stays, to be refused by it.
        var unknown = sent.EnumerateObject().Where(field => !whole.ContainsKey(field.Name)).Select(field => field.Name).ToList();
        Merge(whole, sent);
        foreach (var name in unknown) whole[name] = null;
        return Read<T>(JsonSerializer.SerializeToElement(whole, RestJson.Options));
    }

    public static (T? Body, IReadOnlyList<FieldProblem> Problems) Read<T>(JsonElement body) where T : class =>
        BodyCheck.Of<T>(body) is { Count: > 0 } problems ? (null, problems) : (body.Deserialize<T>(RestJson.Options), []);

    static void Merge(JsonObject into, JsonElement sent)
    {
        foreach (var field in sent.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
            {
                into.Remove(field.Name);
            }
            else if (field.Value.ValueKind == JsonValueKind.Object)
            {
                if (into[field.Name] is not JsonObject inner) into[field.Name] = inner = [];
                Merge(inner, field.Value);
            }
            else
            {
                into[field.Name] = JsonNode.Parse(field.Value.GetRawText());
            }
        }
    }
}

/// <summary>What a PATCH sends: any fields of T; those left out stay as they are.</summary>
sealed record RestChange<T>;
