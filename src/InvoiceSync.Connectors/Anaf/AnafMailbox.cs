using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Answers to suppliers (RASP) by the filing host, prints and seals by the public one, which asks for no token.</summary>
sealed class AnafMailbox(AnafWire wire, ICallBudget budget, IOptions<AnafOptions> options, TimeProvider time) : IFiscalMailbox
{
    const int MostPrint = 5 * 1024 * 1024;
    const int MostPdf = 32 * 1024 * 1024;
    const int MostAnswer = 1024 * 1024;

    static readonly XNamespace Letter = "mfp:anaf:dgti:spv:reqMesaj:v1";

    public async Task<SubmitAnswer> Answer(FiscalAccount account, string index, string text, CancellationToken ct)
    {
        if (!account.HasDigits()) return new SubmitAnswer.Rejected(RejectionKind.FixData, [AccountCheck.NotDigits]);
        var now = time.GetUtcNow();
        if (await budget.Take(account.Tenant, [AnafLimits.Any(now, options.Value.CallsPerSpan), AnafLimits.Answer(account.TaxId, now)], ct) is { } used)
            return new SubmitAnswer.Limited(used.EndsAt - now);

        var letter = new XElement(Letter + "header", new XAttribute("index_incarcare", index), new XAttribute("message", text));
        using var request = new HttpRequestMessage(HttpMethod.Post, AnafAddresses.Answer(account)) { Content = new WatchedContent(Encoding.UTF8.GetBytes(letter.ToString())) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        return UploadReader.Read(await wire.Send(AnafWire.Uploads, request, options.Value.Upload, MostAnswer, ct), now);
    }

    public async Task<PaperPrint> Print(Uri host, ReadOnlyMemory<byte> document, CancellationToken ct)
    {
        if (document.Length > MostPrint) return new PaperPrint.Refused(["ANAF prints documents of at most 5 MB."]);
        var isCreditNote = AnafHeader.RootOf(document.ToArray()) == "CreditNote";
        using var request = new HttpRequestMessage(HttpMethod.Post, AnafAddresses.Print(host, isCreditNote)) { Content = new WatchedContent(document) };
        return PublicReader.Print(await wire.Send(AnafWire.Questions, request, options.Value.Download, MostPdf, ct));
    }

    public async Task<SealAnswer> CheckSeal(Uri host, ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> signature, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent
        {
            { new ReadOnlyMemoryContent(document), "file", "file.xml" },
            { new ReadOnlyMemoryContent(signature), "signature", "signature.xml" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, AnafAddresses.Seal(host)) { Content = form };
        return PublicReader.Seal(await wire.Send(AnafWire.Questions, request, options.Value.Ask, MostAnswer, ct));
    }
}
