using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>Written letter by letter as the authority writes it: namespace first, no space before the closing slash.</summary>
    public static byte[] Xml(string space, IEnumerable<(string Name, string Value)> attributes, string element, IReadOnlyCollection<string> errors)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<header xmlns=\"").Append(space).Append('"');
        foreach (var (name, value) in attributes) Attribute(xml, name, value);
        if (errors.Count == 0) return Encoding.UTF8.GetBytes(xml.Append("/>").ToString());
        xml.Append(">\n");
        foreach (var error in errors)
        {
            xml.Append("    <").Append(element);
            Attribute(xml, "errorMessage", error);
            xml.Append("/>\n");
        }
        return Encoding.UTF8.GetBytes(xml.Append("</header>").ToString());
    }

    static void Attribute(StringBuilder xml, string name, string value) =>
        xml.Append(' ').Append(name).Append("=\"").Append(SecurityElement.Escape(value)).Append('"');
}
