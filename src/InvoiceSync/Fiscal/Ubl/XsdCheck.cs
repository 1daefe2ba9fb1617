using System.Xml;
using System.Xml.Schema;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>
/// Checks bytes against the UBL 2.1 schemas in a folder the operator configures; we ship none. Compiled once (some 150 ms),
/// then safe to share between threads.
/// </summary>
sealed class XsdCheck
{
    static readonly string[] Roots = ["UBL-Invoice-2.1.xsd", "UBL-CreditNote-2.1.xsd"];

    const int Most = 100;

    readonly XmlSchemaSet schemas;

    XsdCheck(XmlSchemaSet schemas) => this.schemas = schemas;

    /// <summary>The folder is the one that holds maindoc and common. Refuses one that does not compile whole.</summary>
    public static XsdCheck FromFolder(string folder)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        var events = new List<string>();
        set.ValidationEventHandler += (_, e) => events.Add(e.Message);

        // The xmldsig schema has a DOCTYPE. With Prohibit it is left out silently, and the set then passes anything.
        var loading = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        foreach (var root in Roots)
        {
            using var reader = XmlReader.Create(Path.Combine(folder, "maindoc", root), loading);
            set.Add(null, reader);
        }

        set.Compile();
        if (!set.IsCompiled || events.Count > 0)
            throw new InvalidDataException($"The UBL schemas in {folder} are incomplete: {string.Join("; ", events)}");
        return new(set);
    }

    /// <summary>What is wrong, one sentence with its line number each, the first hundred or so; empty when the document is well formed and valid.</summary>
    public IReadOnlyList<string> Check(ReadOnlyMemory<byte> document)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            // A root the schemas do not know is only a warning; unreported, any foreign document would pass.
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) => faults.Add(Sentence(e.Message, e.Exception.LineNumber));

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document.ToArray(), writable: false), settings);
            while (faults.Count < Most && reader.Read())
            {
            }
        }
        catch (XmlException malformed)
        {
            faults.Add(Sentence(malformed.Message, malformed.LineNumber));
        }

        return faults;
    }

    static string Sentence(string message, int line) => $"Line {line}: {message}";
}
