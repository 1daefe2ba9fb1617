using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>An answer in one of the authority's shapes. Business errors travel with status 200.</summary>
sealed record AnafAnswer(int Status, string ContentType, byte[] Body)
{
    public const string UploadNamespace = "mfp:anaf:dgti:spv:respUploadFisier:v1";
    public const string StateNamespace = "mfp:anaf:dgti:efactura:stareMesajFactura:v1";
    /// <summary>Misspelt by the authority, and so here.</summary>
    public const string ErrorNamespace = "mfp:anaf:dgti:efactura:mesajEroriFactuta:v1";

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AnafAnswer Json(int status, JsonObject body) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString(Plain)));

    public static AnafAnswer Error(string error, string title) => Json(200, new JsonObject { ["eroare"] = error, ["titlu"] = title });

    public static AnafAnswer Bad(int status, string reason, string message, DateTimeOffset now) => Json(status, new JsonObject
    {
        ["timestamp"] = Clock.Bucharest.Second(now),
        ["status"] = status,
        ["error"] = reason,
        ["message"] = message,
    });

    public static AnafAnswer Header(string space, IEnumerable<(string Name, string Value)> attributes, params string[] errors) =>
        new(200, "application/xml;charset=UTF-8", Xml(space, attributes, "Errors", errors));

    public static byte[] Xml(string space, IEnumerable<(string Name, string Value)> attributes, string element, IReadOnlyCollection<string> errors)
    {
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "    " }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("header", space);
            foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
            foreach (var error in errors)
            {
                xml.WriteStartElement(element, space);
                xml.WriteAttributeString("errorMessage", error);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }
}
