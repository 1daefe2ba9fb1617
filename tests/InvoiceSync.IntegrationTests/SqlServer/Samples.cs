namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Some value of each parameter type; which one does not matter to a translation.</summary>
static class Samples
{
    public static object? Of(Type type)
    {
        if (type == typeof(string)) return "a";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (type.IsValueType) return Activator.CreateInstance(type);
        var element = type.IsArray ? type.GetElementType() : Elements(type);
        return element is null ? null : Collection(type, element);
    }

    static object Collection(Type type, Type element)
    {
        var one = Array.CreateInstance(element, 1);
        one.SetValue(Of(element), 0);
        return type.IsInstanceOfType(one) ? one : Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, one)!;
    }

    static Type? Elements(Type type) =>
        type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
