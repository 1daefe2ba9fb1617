using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InvoiceSync.Client;

/// <summary>The portal refused. Decide by Code, which is never renamed; Errors names every field that is wrong.</summary>
public sealed class InvoiceSyncException : Exception
{
    InvoiceSyncException(HttpStatusCode status, Problem problem)
        : base($"{(int)status} {problem.Code}: {problem.Detail}")
    {
        (Status, Code, Detail, TraceId) = (status, problem.Code ?? "unknown", problem.Detail ?? "", problem.TraceId);
        Errors = problem.Errors ?? [];
    }

    public HttpStatusCode Status { get; }

    /// <summary>Like invoice.already_issued; unknown where something on the way answered and not the portal.</summary>
    public string Code { get; }

    public string Detail { get; }

    /// <summary>What to tell who runs the portal.</summary>
    public string? TraceId { get; }

    public IReadOnlyList<FieldProblem> Errors { get; }

    internal static InvoiceSyncException Of(HttpStatusCode status, byte[] body)
    {
        try
        {
            return new(status, JsonSerializer.Deserialize<Problem>(body, Wire.Json) ?? new());
        }
        catch (JsonException)
        {
            return new(status, new());
        }
    }

    internal sealed record Problem(string? Code = null, string? Detail = null, string? TraceId = null, IReadOnlyList<FieldProblem>? Errors = null);
}

/// <summary>What is wrong with one field of the body (Path, RFC 6901) or one parameter of the query.</summary>
public sealed record FieldProblem(string Code, string Detail, [property: JsonPropertyName("pointer")] string? Path = null, string? Parameter = null);
