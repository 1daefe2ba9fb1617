using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>Calls the practice ANAF with one token.</summary>
sealed class AnafHand(HttpClient http, string token)
{
    public async Task<HttpResponseMessage> Send(HttpMethod verb, string call, string? body = null, string environment = "test")
    {
        using var request = new HttpRequestMessage(verb, $"/anaf/{environment}/FCTEL/rest/{call}");
        request.Headers.Authorization = Practice.Bearer(token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "text/plain");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<XElement> Xml(HttpMethod verb, string call, string? body = null)
    {
        using var response = await Send(verb, call, body);
        return XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonObject> Json(string call)
    {
        using var response = await Send(HttpMethod.Get, call);
        return await Practice.Read(response);
    }

    public async Task<string> Upload(string xml, string cif, string standard = "UBL", string call = "upload")
    {
        var header = await Xml(HttpMethod.Post, $"{call}?standard={standard}&cif={cif}", xml);
        Assert.True((string?)header.Attribute("ExecutionStatus") == "0", header.ToString());
        return (string)header.Attribute("index_incarcare")!;
    }

    public Task<XElement> State(string index) => Xml(HttpMethod.Get, $"stareMesaj?id_incarcare={index}");

    /// <summary>The two files of the answer ZIP by name.</summary>
    public async Task<Dictionary<string, string>> Download(string id)
    {
        using var response = await Send(HttpMethod.Get, $"descarcare?id={id}");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            files[entry.Name] = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        return files;
    }

    /// <summary>What the authority held against the upload; empty when it was accepted.</summary>
    public async Task<IReadOnlyList<string>> Errors(string index)
    {
        var state = await State(index);
        if ((string?)state.Attribute("stare") == "ok") return [];
        var files = await Download((string)state.Attribute("id_descarcare")!);
        var header = XElement.Parse(files[$"{index}.xml"]);
        Assert.Equal("mfp:anaf:dgti:efactura:mesajEroriFactuta:v1", header.Name.NamespaceName);
        return [.. header.Elements().Select(error => (string)error.Attribute("errorMessage")!)];
    }
}
