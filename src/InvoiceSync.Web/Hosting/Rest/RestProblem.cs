using System.Text;
using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>Refusals of version 1: as everywhere (RFC 9457), and errors names each wrong field by its JSON pointer (RFC 6901).</summary>
static class RestProblem
{
    /// <summary>A business refusal. Its field is named as our message names it; where the body calls it otherwise, say so by pointer.</summary>
    public static ProblemHttpResult ToRestProblem(this Error error, params ReadOnlySpan<(string Ours, string Pointer)> names) => Of(error, error.Fields(names));

    /// <summary>The field a refusal is about, by pointer; none when it is about the whole.</summary>
    public static IReadOnlyList<FieldProblem> Fields(this Error error, params ReadOnlySpan<(string Ours, string Pointer)> names)
    {
        if (error.Field is not { } field) return [];
        var pointer = Pointer(field);
        foreach (var (ours, theirs) in names)
            if (field == ours) pointer = theirs;
        return [FieldProblem.At(pointer, error)];
    }

    public static ProblemHttpResult Of(Error error, IReadOnlyList<FieldProblem> fields, int? status = null)
    {
        var bare = error with { Field = null };
        var problem = (status ?? StatusOf(error)) is { } number ? bare.ToProblem(number) : bare.ToProblem();
        if (fields.Count > 0) problem.ProblemDetails.Extensions["errors"] = fields;
        return problem;
    }

    public static int? StatusOf(Error error) =>
        error == RestErrors.VersionMissing ? StatusCodes.Status428PreconditionRequired
        : error == Aggregate.Changed ? StatusCodes.Status412PreconditionFailed
        : error == ApiErrors.BodyTooLarge ? StatusCodes.Status413PayloadTooLarge
        : null;

    /// <summary>Lines[2].UnitPrice is /lines/2/unit_price.</summary>
    public static string Pointer(string field)
    {
        var pointer = new StringBuilder();
        foreach (var part in field.Split('.', '[', ']').Where(p => p.Length > 0)) pointer.Append('/').Append(Escape(JsonNamingPolicy.SnakeCaseLower.ConvertName(part)));
        return pointer.ToString();
    }

    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
