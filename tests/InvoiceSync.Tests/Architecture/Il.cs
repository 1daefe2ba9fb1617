using System.Reflection;
using System.Reflection.Emit;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Lists the types a type mentions: in its shape and in the bodies of its methods, read from IL.</summary>
static class Il
{
    const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> UsedBy(Type type) => Shape(type)
        .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(Body))
        .SelectMany(Parts)
        .Where(used => !used.IsGenericParameter)
        .Distinct();

    static IEnumerable<Type> Shape(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. type.GetMethods(All).SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)),
        .. type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters().Select(p => p.ParameterType)),
    ];

    static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } il) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;

        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
                foreach (var type in Mentioned(method, BitConverter.ToInt32(il, at)))
                    yield return type;
            at += OperandSize(code, il, at);
        }
    }

    static IEnumerable<Type> Mentioned(MethodBase method, int token) => Resolve(method, token) switch
    {
        Type type => [type],
        MethodInfo called => [called.ReturnType, .. called.GetGenericArguments(), .. called.DeclaringType is { } owner ? [owner] : Type.EmptyTypes],
        { DeclaringType: { } owner } => [owner],
        _ => [],
    };

    static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
            return method.Module.ResolveMember(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (FileNotFoundException)
        {
            // A package taken out of the restore graph: certainly no type of ours.
            return null;
        }
    }

    static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];
}
