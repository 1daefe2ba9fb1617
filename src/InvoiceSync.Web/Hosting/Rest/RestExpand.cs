namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>expand=customer: what is named in an answer comes whole as well.</summary>
static class RestExpand
{
    public const string Name = "expand";
    public const string Description = "What shall come whole beside its name.";

    public static bool Wants(HttpRequest request, string what) => request.Query[Name] == what;

    public static RestParameter Parameter(IReadOnlyList<string> known) => new(Name, "string", Description, Known: known);
}
