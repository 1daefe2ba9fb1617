using System.Collections;
using System.Reflection;
using InvoiceSync.Access;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Every message of the business that names something by an id, made by reflection with ids and names of a given company.</summary>
static class Messages
{
    /// <summary>The parameter that names a draft.</summary>
    public const string Draft = "Draft";

    // A person may belong to several companies; whose they are is settled before a company is chosen.
    static readonly HashSet<Type> SharedIds = [typeof(UserId), typeof(SessionId), typeof(PasskeyId), typeof(TenantId)];

    /// <summary>All but the one that gives a new thing its name instead of asking for an old one.</summary>
    public static IReadOnlyList<HandlerTable.Entry> NamingSomething(IServiceProvider services) =>
        [.. services.GetRequiredService<HandlerTable>().Entries.Where(e => !e.IsAnonymous && e.Message != typeof(BeginAuthorization) && NamesSomething(e.Message)).OrderBy(e => e.Action, StringComparer.Ordinal)];

    /// <summary>The message with each id and each name of a row taken from the given values.</summary>
    public static object Make(Type message, IReadOnlyDictionary<string, object> named) => Construct(message, named);

    public static bool IsId(Type type) => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    static bool NamesSomething(Type message) => Parameters(message).Any(p => IsRowId(Bare(p.ParameterType)) || IsRowName(p));

    static bool IsRowId(Type type) => IsId(type) && !SharedIds.Contains(type);

    static bool IsRowName(ParameterInfo parameter) => parameter.ParameterType == typeof(string) && parameter.Name is "Id" or "ObjectId" or "State" or "MessageId";

    static object Construct(Type type, IReadOnlyDictionary<string, object> named)
    {
        var maker = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length)
            .First(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        return maker.Invoke([.. maker.GetParameters().Select(p => Value(p, named))]);
    }

    static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, object> named)
    {
        var type = Bare(parameter.ParameterType);
        // A draft has the id its invoice will have: the type alone does not tell the two apart.
        if (IsId(type)) return parameter.Name == Draft ? named[Draft] : named[type.Name];
        if (IsRowName(parameter)) return named[parameter.Name!];
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        if (type == typeof(string)) return "something";
        if (type == typeof(Uri)) return new Uri("http://127.0.0.1/anaf/callback");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsAssignableTo(typeof(IEnumerable))) return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        if (type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type.Namespace == nameof(System)) return Activator.CreateInstance(type);
        var concrete = type.IsAbstract ? type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).First(n => n.IsAssignableTo(type)) : type;
        return Construct(concrete, named);
    }

    static ParameterInfo[] Parameters(Type message) =>
        message.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!.GetParameters();

    static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
