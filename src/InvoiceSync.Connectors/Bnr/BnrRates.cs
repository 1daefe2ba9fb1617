using System.Net;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Connectors.Bnr;

/// <summary>
/// Takes the short file for the last days and the year files for everything else. The short one holds ten banking days,
/// so any window that begins within the last ten calendar days is whole in it.
/// </summary>
sealed class BnrRates(IHttpClientFactory clients, TimeProvider time) : IReferenceRates
{
    const int FirstYear = 2005; // the year of the new leu; older files quote the old one
    const int ShortFileDays = 9;

    public string Source => "BNR";

    public async Task<RatesAnswer> Rates(Uri baseAddress, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<ReferenceRate> found = [];
        foreach (var file in Files(from, to, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)))
        {
            switch (await Read(new Uri($"{baseAddress.AbsoluteUri.TrimEnd('/')}/{file}"), ct))
            {
                case RatesAnswer.Found rates:
                    found.AddRange(rates.Rates.Where(rate => rate.PublishedOn >= from && rate.PublishedOn <= to));
                    break;
                case var failed:
                    return failed;
            }
        }

        return new RatesAnswer.Found([.. found.OrderBy(r => r.PublishedOn).ThenBy(r => r.Currency.Code, StringComparer.Ordinal)]);
    }

    static IEnumerable<string> Files(DateOnly from, DateOnly to, DateOnly today)
    {
        if (to < from) return [];
        if (from >= today.AddDays(-ShortFileDays)) return ["nbrfxrates10days.xml"];
        var first = Math.Max(from.Year, FirstYear);
        var last = Math.Min(to.Year, today.Year);
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(year => $"files/xml/years/nbrfxrates{year}.xml");
    }

    async Task<RatesAnswer> Read(Uri file, CancellationToken ct)
    {
        try
        {
            using var http = clients.CreateClient(BnrConnector.Name);
            using var response = await http.GetAsync(file, ct);
            return response.StatusCode == HttpStatusCode.OK
                ? BnrXml.Read(await response.Content.ReadAsByteArrayAsync(ct))
                : new RatesAnswer.Unavailable($"BNR answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException failed)
        {
            return new RatesAnswer.Unavailable($"BNR could not be asked: {failed.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new RatesAnswer.Unavailable("BNR did not answer in time.");
        }
    }
}
