using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>Answers next to the authority's published samples: same status, same elements and attributes, same JSON keys, same words but for numbers.</summary>
public sealed class AnafShapeTests
{
    const string Seller = SampleInvoice.Seller;

    public static TheoryData<string, string, string> Calls => new()
    {
        { "upload__200__cif-ul-trebuie-sa-fie-numeric.xml", "POST", "upload?standard=UBL&cif=123a" },
        { "upload__200__factura-a-fost-incarcata-cu-succes.xml", "POST", $"upload?standard=UBL&cif={Seller}" },
        { "upload__200__fisierul-transmis-nu-respecta-structura-ubl-sau-cii.xml", "POST-broken", $"upload?standard=UBL&cif={Seller}" },
        { "upload__200__marimea-fisierului-estre-prea-mare.xml", "POST-huge", $"upload?standard=UBL&cif={Seller}" },
        { "upload__200__nu-a-fost-specificat-un-standard-bun.xml", "POST", $"upload?standard=EDI&cif={Seller}" },
        { "upload__200__nu-aveti-dreptul-de-incarcare-pentru-cif-ul-specificat-in-re.xml", "POST", "upload?standard=UBL&cif=18547290" },
        { "upload__200__parametrul-autofactura-este-completat-dar-este-invalid.xml", "POST", $"upload?standard=UBL&cif={Seller}&autofactura=NU" },
        { "upload__200__parametrul-executare-este-completat-dar-cif-ul-nu-este-inreg.xml", "POST", $"upload?standard=UBL&cif={Seller}&executare=DA" },
        { "upload__200__parametrul-executare-este-completat-dar-este-invalid.xml", "POST", $"upload?standard=UBL&cif={Seller}&executare=x" },
        { "upload__200__parametrul-extern-este-completat-dar-este-invalid.xml", "POST", $"upload?standard=UBL&cif={Seller}&extern=x" },
        { "upload__400__nu-ati-atasat-nimic-in-request-body.json", "POST-empty", $"upload?standard=UBL&cif={Seller}" },
        { "upload__400__nu-ati-completat-parametrul-standard-sau-cif.json", "POST", "upload?standard=UBL" },
        { "uploadb2c__200__factura-a-fost-incarcata-cu-succes.xml", "POST", $"uploadb2c?standard=UBL&cif={Seller}" },
        { "staremesaj__200__factura-nu-a-fost-identificata-in-sistem.xml", "GET", "stareMesaj?id_incarcare=15000" },
        { "staremesaj__200__index-de-incarcare-nu-este-valid.xml", "GET", "stareMesaj?id_incarcare=aaa" },
        { "staremesaj__400__nu-ati-completat-parametrul-id-incarcare.json", "GET", "stareMesaj" },
        { "descarcare__200__id-ul-furnizat-nu-este-valid.json", "GET", "descarcare?id=123a" },
        { "descarcare__200__nu-exista-nici-o-factura-pentru-id-ul-solicitat.json", "GET", "descarcare?id=21" },
        { "descarcare__400__nu-ati-completat-parametrul-standard.json", "GET", "descarcare" },
        { "listamesajefactura__200__cif-este-non-numeric.json", "GET", "listaMesajeFactura?zile=1&cif=aaa" },
        { "listamesajefactura__200__nu-aveti-drept-pentru-acest-cif.json", "GET", "listaMesajeFactura?zile=1&cif=18547290" },
        { "listamesajefactura__200__nu-exista-mesaje.json", "GET", $"listaMesajeFactura?zile=15&cif={Seller}" },
        { "listamesajefactura__200__numar-de-zile-este-non-numeric.json", "GET", $"listaMesajeFactura?zile=aaa&cif={Seller}" },
        { "listamesajefactura__200__numar-de-zile-incorect.json", "GET", $"listaMesajeFactura?zile=61&cif={Seller}" },
        { "listamesajefactura__200__parametrul-filtru-invalid.json", "GET", $"listaMesajeFactura?zile=1&cif={Seller}&filtru=X" },
        { "listamesajefactura__400__lipsa-zile-sau-cif.json", "GET", "listaMesajeFactura?zile=1" },
        { "listamesajepaginatiefactura__200__cif-este-non-numeric.json", "GET", "listaMesajePaginatieFactura?startTime=1&endTime=2&cif=aaa&pagina=1" },
        { "listamesajepaginatiefactura__200__endtime-in-viitor.json", "GET", $"listaMesajePaginatieFactura?startTime=1&endTime=9999999999999&cif={Seller}&pagina=1" },
        { "listamesajepaginatiefactura__200__endtime-inainte-de-starttime.json", "GET", $"listaMesajePaginatieFactura?startTime=5&endTime=4&cif={Seller}&pagina=1" },
        { "listamesajepaginatiefactura__200__starttime-mai-vechi-de-60-de-zile.json", "GET", $"listaMesajePaginatieFactura?startTime=4&endTime=5&cif={Seller}&pagina=1" },
        { "listamesajepaginatiefactura__200__pagina-nu-este-un-numar-sau-nu-are-o-valoare-acceptata-de-si.json", "GET", $"listaMesajePaginatieFactura?startTime=4&endTime=5&cif={Seller}&pagina=aa" },
        { "listamesajepaginatiefactura__400__lipsa-starttime-endtime-cif-sau-pagina.json", "GET", $"listaMesajePaginatieFactura?startTime=4&endTime=5&cif={Seller}" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_answer_looks_like_the_published_sample(string sample, string verb, string call)
    {
        var published = await File.ReadAllTextAsync(SharedData.Folder("efactura", "anaf-responses", sample), TestContext.Current.CancellationToken);
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf(Seller);
        var body = verb switch
        {
            "POST" => SampleInvoice.Of(),
            "POST-broken" => "<Invoice1/>",
            "POST-huge" => new string(' ', 10 * 1024 * 1024 + 1),
            "POST-empty" => "",
            _ => null,
        };
        using var response = await anaf.Send(verb == "GET" ? HttpMethod.Get : HttpMethod.Post, call, body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(sample.Split("__")[1], ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Skeleton(published), Skeleton(text));
    }

    [Fact]
    public void A_missing_attribute_another_key_and_other_words_are_all_seen()
    {
        Assert.NotEqual(Skeleton("<header xmlns=\"a\" x=\"1\"/>"), Skeleton("<header xmlns=\"a\"/>"));
        Assert.NotEqual(Skeleton("{\"eroare\":\"a\"}"), Skeleton("{\"error\":\"a\"}"));
        Assert.NotEqual(Skeleton("{\"eroare\":\"Nu exista 5\"}"), Skeleton("{\"eroare\":\"Nu sunt 5\"}"));
        Assert.Equal(Skeleton("{\"eroare\":\"Nu exista 5\"}"), Skeleton("{ \"eroare\": \"Nu exista 77\" }"));
    }

    // Names and words stay, numbers go, and with them everything after the point where the SAX parser speaks for itself.
    static string Skeleton(string text)
    {
        if (text.TrimStart().StartsWith('<'))
        {
            var root = XElement.Parse(text);
            return string.Join('\n', root.DescendantsAndSelf().Select(element => $"{element.Name} {string.Join(' ', element.Attributes().Where(a => !a.IsNamespaceDeclaration)
                .Select(a => $"{a.Name}={Words(a.Value)}"))}"));
        }
        return string.Join('\n', JsonNode.Parse(text)!.AsObject().Select(pair => $"{pair.Key}={Words(pair.Value!.ToString())}"));
    }

    static string Words(string value) => string.Concat(value.Split("cvc-")[0].Where(letter => !char.IsDigit(letter)))
        .Replace("= a ", "= aaa ", StringComparison.Ordinal).Replace("= aa ", "= aaa ", StringComparison.Ordinal);
}
