using System.Reflection;
using System.Xml.Linq;

namespace InvoiceSync.Tests.Architecture;

/// <summary>The public types at the doors of the modules, and what their summaries say.</summary>
static class FrontRooms
{
    const int LongestSummary = 3;

    public static IEnumerable<Type> Of(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsPublic: true, IsNested: false } && type.Namespace?.Split('.').Length == 2);

    public static IEnumerable<string> Complaints(IEnumerable<Type> types, XDocument documentation)
    {
        var summaries = documentation.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")?.Value ?? "");
        foreach (var type in types)
        {
            var lines = summaries.GetValueOrDefault($"T:{type.FullName}", "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
            if (lines == 0) yield return $"{type.FullName} has no summary";
            if (lines > LongestSummary) yield return $"{type.FullName} has a summary of {lines} lines";
        }
    }

    public static XDocument Documentation(Assembly assembly) => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
}
