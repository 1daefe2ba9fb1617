using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Customers;

namespace InvoiceSync.Connectors.AnafRegistry;

/// <summary>Asks about up to a hundred numbers in one call. Asking twice changes nothing, so a call that came too fast is made once more.</summary>
sealed class CompanyRegistry(IHttpClientFactory clients, RegistryPace pace) : ICompanyRegistry
{
    const int Tries = 3;

    public async Task<RegistryAnswer> Ask(Uri baseAddress, IReadOnlyList<Cui> cuis, DateOnly on, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cuis.Count, ICompanyRegistry.MostAtOnce);
        if (cuis.Count == 0) return new RegistryAnswer.Found([], []);
        var address = new Uri($"{baseAddress.AbsoluteUri.TrimEnd('/')}/api/PlatitorTvaRest/v9/tva");
        RegistryAnswer answer = new RegistryAnswer.TooFast();
        for (var attempt = 0; attempt < Tries && answer is RegistryAnswer.TooFast; attempt++)
        {
            await pace.Turn(ct);
            answer = await Call(address, cuis, on, ct);
        }

        return answer;
    }

    async Task<RegistryAnswer> Call(Uri address, IReadOnlyList<Cui> cuis, DateOnly on, CancellationToken ct)
    {
        try
        {
            using var http = clients.CreateClient(AnafRegistryConnector.Name);
            using var body = new StringContent(Question(cuis, on), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(address, body, ct);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => RegistryReader.Read(await response.Content.ReadAsByteArrayAsync(ct), on),
                HttpStatusCode.TooManyRequests => new RegistryAnswer.TooFast(),
                _ => new RegistryAnswer.Unavailable($"it answered {(int)response.StatusCode}."),
            };
        }
        catch (HttpRequestException)
        {
            return new RegistryAnswer.Unavailable("no connection could be made.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new RegistryAnswer.Unavailable("it did not answer in time.");
        }
    }

    // Numbers go unquoted and without leading zeros: a quoted one is refused.
    static string Question(IReadOnlyList<Cui> cuis, DateOnly on) =>
        JsonSerializer.Serialize(cuis.Select(c => new { cui = long.Parse(c.Digits, System.Globalization.CultureInfo.InvariantCulture), data = on }));
}
