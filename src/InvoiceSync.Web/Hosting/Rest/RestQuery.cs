namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>What an address of version 1 takes in its query; kept on the endpoint, so that it is checked and described alike.</summary>
interface IRestQuery
{
    IEnumerable<RestParameter> Parameters { get; }

    /// <summary>What is wrong with one parameter; null when nothing is.</summary>
    FieldProblem? Check(string name, string value);
}

/// <summary>A parameter of the query as the description shows it. Format is that of JSON Schema; Known are the only values there are.</summary>
sealed record RestParameter(string Name, string Type, string Description, string? Format = null, IReadOnlyList<string>? Known = null);

/// <summary>Checks a query before anything is done: a misspelt filter that is ignored would show what nobody asked for.</summary>
static class RestQuery
{
    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IRestQuery>() is not { } known) return next(call);
        var problems = http.Request.Query.Select(p => p.Value.Count == 1 ? known.Check(p.Key, p.Value[0]!) : Repeated(p.Key)).OfType<FieldProblem>().ToList();
        return problems.Count == 0 ? next(call) : new(RestProblem.Of(RestErrors.QueryInvalid, problems));
    }

    public static FieldProblem Unknown(string name) => FieldProblem.InQuery(name, RestErrors.ParameterUnknown);

    public static FieldProblem Invalid(string name, string expected) => FieldProblem.InQuery(name, RestErrors.ParameterInvalid(expected));

    static FieldProblem Repeated(string name) => FieldProblem.InQuery(name, RestErrors.ParameterRepeated);
}

/// <summary>The query of an address that answers one thing, or changes it: fields where there is a shape to choose from, else nothing.</summary>
sealed class RestOneQuery(Type? shape, params IReadOnlyList<string> expands) : IRestQuery
{
    public IEnumerable<RestParameter> Parameters => shape is null ? [] : expands.Count == 0 ? [RestFields.Parameter] : [RestFields.Parameter, RestExpand.Parameter(expands)];

    public FieldProblem? Check(string name, string value)
    {
        if (shape is not null && name == RestFields.Name) return RestFields.Check(value, shape);
        if (name != RestExpand.Name || expands.Count == 0) return RestQuery.Unknown(name);
        return expands.Contains(value) ? null : RestQuery.Invalid(name, $"one of {string.Join(", ", expands)}");
    }
}
