using System.Xml.Linq;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal.Rulebook;

/// <summary>Every e-invoice of the reference data by name: examples, probes, and each document inside the unit test sets.</summary>
static class OfficialDocuments
{
    public static IReadOnlyDictionary<string, byte[]> All()
    {
        var folder = FiscalData.Folder("examples");
        return Files(folder).SelectMany(file => Of(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '~')[..^4], file)).ToDictionary();
    }

    /// <summary>What mutations begin with: whole documents, and ours of every shape.</summary>
    public static IReadOnlyList<XDocument> Whole() =>
    [
        .. Files(FiscalData.Folder("examples")).Where(file => !file.Contains("unit", StringComparison.Ordinal)).Select(file => XDocument.Load(file)),
        .. PlainShapes.All.OrderBy(shape => shape.Key, StringComparer.Ordinal).Select(shape => XDocument.Load(new MemoryStream(UblWriter.ToBytes(shape.Value)))),
    ];

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    static IEnumerable<KeyValuePair<string, byte[]>> Of(string name, string file)
    {
        var document = XDocument.Load(file);
        if (document.Root!.Name.LocalName != "testSet") return [new(name, File.ReadAllBytes(file))];
        return document.Root.Descendants().Where(e => e.Name.LocalName is "Invoice" or "CreditNote" && e.Name.NamespaceName.Contains("ubl", StringComparison.Ordinal)).ToList()
            .Select((e, at) => KeyValuePair.Create($"{name}~{at}", Mutator.Bytes(new XDocument(new XElement(e)))));
    }
}
