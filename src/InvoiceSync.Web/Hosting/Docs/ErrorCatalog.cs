using System.Reflection;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>Every refusal the product can give, found by reflection where they are declared: fields of type Error, and methods that make one.</summary>
static class ErrorCatalog
{
    const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static readonly Lazy<IReadOnlyList<Error>> Found = new(Find);

    public static IReadOnlyList<Error> All => Found.Value;

    static IReadOnlyList<Error> Find() =>
        [.. new[] { typeof(Error).Assembly, typeof(StripeConnector).Assembly, typeof(ErrorCatalog).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => Constants(type).Concat(Made(type)))
            .DistinctBy(error => error.Code)
            .OrderBy(error => error.Code, StringComparer.Ordinal)];

    static IEnumerable<Error> Constants(Type type) =>
        type.GetFields(Declared).Where(field => field.FieldType == typeof(Error)).Select(field => (Error?)field.GetValue(null)).OfType<Error>();

    // SaleErrors.NotDue(why): the code is fixed, the words depend on the case.
    static IEnumerable<Error> Made(Type type) => !type.Name.EndsWith("Errors", StringComparison.Ordinal) ? [] :
        type.GetMethods(Declared)
            .Where(method => method.ReturnType == typeof(Error) && !method.IsGenericMethod)
            .Select(method => (Error)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);

    static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "…"
        : parameter.ParameterType.IsAssignableFrom(typeof(string[])) ? (object)new[] { "…" }
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
}
