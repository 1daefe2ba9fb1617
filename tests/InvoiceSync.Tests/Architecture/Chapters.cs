using System.Reflection;

namespace InvoiceSync.Tests.Architecture;

/// <summary>
/// The chapters of one assembly below a root namespace, found by reflection. Root.Invoicing.VoidInvoice stands at the
/// door of the chapter Invoicing; Root.Invoicing.Model.Invoice is in its back room. An open chapter has no back room.
/// </summary>
sealed class Chapters(Assembly assembly, string root, params string[] open)
{
    public IEnumerable<Type> Types => assembly.GetTypes().Where(type => Of(type) is not null);

    public string? Of(Type type) => Below(type) is [var chapter, ..] ? chapter : null;

    public bool IsBackRoom(Type type) => Below(type) is [var chapter, _, ..] && !open.Contains(chapter);

    /// <summary>Who of the types uses the back room of a chapter that is not his own.</summary>
    public IEnumerable<string> Windows(IEnumerable<Type> types) =>
        (from type in types
         from used in Il.UsedBy(type)
         where IsBackRoom(used) && Of(type) != Of(used)
         select $"{type.FullName} climbs into {used.FullName}").Distinct();

    /// <summary>Who of the types uses any type of a chapter that is not his own.</summary>
    public IEnumerable<string> Neighbours(IEnumerable<Type> types) =>
        (from type in types
         from used in Il.UsedBy(type)
         where Of(used) is { } chapter && chapter != Of(type)
         select $"{type.FullName} uses {used.FullName}").Distinct();

    string[] Below(Type type) =>
        type.Assembly == assembly && type.Namespace is { } space && space.StartsWith(root + ".", StringComparison.Ordinal)
            ? space[(root.Length + 1)..].Split('.')
            : [];
}
