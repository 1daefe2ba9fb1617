using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>What a bookkeeper does in the practice SmartBill, past this portal.</summary>
static class SmartBillByHand
{
    /// <summary>Makes an invoice of a pro-forma.</summary>
    public static async Task Invoice(Uri world, string company, string series, string number, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = world };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("bookkeeper@firm.example:practice-hand")));
        using var answer = await http.PostAsJsonAsync("smartbill/SBORO/api/invoice", new
        {
            companyVatCode = company,
            seriesName = "FCT",
            client = new { name = "Exemplu Client SRL" },
            products = new[] { new { name = "Consultanta", taxName = "Normala", quantity = 1, price = 100 } },
            useEstimateDetails = true,
            estimate = new { seriesName = series, number },
        }, ct);
        answer.EnsureSuccessStatusCode();
    }
}
