using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafSamplesTests
{
    // Call, ANAF's own name of the case (its beginning), what we make of it.
    static readonly (string Call, string Case, string Expected)[] Cases =
    [
        ("upload", "200__a-fost-atinsa-limita", "Rejected DailyLimit"),
        ("upload", "200__cif-ul-trebuie-sa-fie-numeric", "Rejected FixData"),
        ("upload", "200__eroare-tehnica", "Rejected Technical"),
        ("upload", "200__factura-a-fost-incarcata-cu-succes", "Received 3828 at 2021-08-05 08:40:00Z"),
        ("upload", "200__fisierul-transmis-nu-respecta", "Rejected FixData"),
        ("upload", "200__marimea-fisierului", "Rejected FixData"),
        ("upload", "200__nu-a-fost-specificat-un-standard", "Rejected FixData"),
        ("upload", "200__nu-aveti-dreptul", "Rejected NoRight"),
        ("upload", "200__parametrul-", "Rejected FixData"),
        ("upload", "400__", "Rejected FixData"),
        ("staremesaj", "200__a-fost-atinsa-limita", "Limited Day"),
        ("staremesaj", "200__factura-a-fost-prelucrata", "Accepted 1234"),
        ("staremesaj", "200__factura-in-prelucrare", "Processing"),
        ("staremesaj", "200__factura-nu-a-fost-identificata", "Unknown"),
        ("staremesaj", "200__factura-nu-a-fost-preluata", "NotTakenIn"),
        ("staremesaj", "200__factura-nu-a-fost-prelucrata", "Refused 123"),
        ("staremesaj", "200__index-de-incarcare-nu-este-valid", "Unknown"),
        ("staremesaj", "200__nu-aveti-dreptul-de-interogare-pentru", "Unknown"),
        ("staremesaj", "200__nu-aveti-dreptul-de-interogare.", "Denied"),
        ("staremesaj", "400__", "Unavailable"),
        ("lista", "200__cif-ul-returneaza-mesaje", "Found 2"),
        ("lista", "200__nu-exista-mesaje", "Found 0"),
        ("lista", "200__limita-apeluri-zilnice", "Limited Day"),
        ("lista", "200__lipsa-drepturi-spv", "Denied"),
        ("lista", "200__nu-aveti-drept", "Denied"),
        ("lista", "200__", "Refused"),
        ("lista", "400__", "Refused"),
        ("descarcare", "200__60-zile", "Expired"),
        ("descarcare", "200__a-fost-atinsa-limita", "Limited Day"),
        ("descarcare", "200__factura-a-fost-descarcata", "Unavailable"), // ANAF's page describes the ZIP in words
        ("descarcare", "200__id-ul-furnizat-nu-este-valid", "NotFound"),
        ("descarcare", "200__nu-aveti-dreptul", "NoRight"),
        ("descarcare", "200__nu-exista-nici-o-factura", "NotFound"),
        ("descarcare", "400__", "Unavailable"),
    ];

    [Fact]
    public async Task Every_answer_ANAF_publishes_is_understood()
    {
        var names = AnafData.Answers();
        Assert.True(names.Count >= 70, $"only {names.Count} samples");
        var wrong = new List<string>();
        foreach (var name in names)
        {
            var (_, _, expected) = Cases.First(c =>
                name.StartsWith(c.Call, StringComparison.Ordinal) && name.Contains("__" + c.Case, StringComparison.Ordinal));
            var actual = await Read(name);
            if (actual != expected) wrong.Add($"{name}: {actual}, expected {expected}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_expectation_is_met_by_some_sample()
    {
        var names = AnafData.Answers();
        Assert.All(Cases, c => Assert.Contains(names, name =>
            name.StartsWith(c.Call, StringComparison.Ordinal) && name.Contains("__" + c.Case, StringComparison.Ordinal)));
    }

    static async Task<string> Read(string name)
    {
        var (status, body) = AnafData.Answer(name);
        var anaf = FakeAnaf.Answering(status, body).Provider();
        var ct = TestContext.Current.CancellationToken;
        return name.Split("__")[0] switch
        {
            "upload" => Told(await anaf.Submit(FakeAnaf.Account, FakeAnaf.Invoice, ct)),
            "uploadb2c" => Told(await anaf.Submit(FakeAnaf.Account, FakeAnaf.Invoice with { ToConsumer = true }, ct)),
            "staremesaj" => Told(await anaf.Status(FakeAnaf.Account, "18", ct)),
            "descarcare" => Told(await anaf.Download(FakeAnaf.Account, "21", ct)),
            _ => Told(await anaf.Search(FakeAnaf.Account, FakeAnaf.Now.AddDays(-1), FakeAnaf.Now, 1, ct)),
        };
    }

    static string Told(SubmitAnswer answer) => answer switch
    {
        SubmitAnswer.Received r => $"Received {r.Index} at {r.At:u}",
        SubmitAnswer.Rejected r => $"Rejected {r.Kind}",
        _ => answer.GetType().Name,
    };

    static string Told(StatusAnswer answer) => answer switch
    {
        StatusAnswer.Accepted a => $"Accepted {a.DownloadId}",
        StatusAnswer.Refused r => $"Refused {r.DownloadId}",
        StatusAnswer.Limited l => $"Limited {l.Per}",
        _ => answer.GetType().Name,
    };

    static string Told(SearchAnswer answer) => answer switch
    {
        SearchAnswer.Found f => $"Found {f.Messages.Count}",
        SearchAnswer.Limited l => $"Limited {l.Per}",
        _ => answer.GetType().Name,
    };

    static string Told(ReceiptAnswer answer) => answer is ReceiptAnswer.Limited l ? $"Limited {l.Per}" : answer.GetType().Name;
}
