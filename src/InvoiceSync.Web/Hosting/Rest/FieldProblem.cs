using System.Text.Json.Serialization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>One thing that is wrong with a request: where (a JSON pointer into the body, or a parameter of the query), a stable code, and words.</summary>
sealed record FieldProblem(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter,
    string Code,
    string Detail)
{
    public static FieldProblem At(string pointer, Error error) => new(pointer, null, error.Code, error.Message);

    public static FieldProblem InQuery(string parameter, Error error) => new(null, parameter, error.Code, error.Message);
}
