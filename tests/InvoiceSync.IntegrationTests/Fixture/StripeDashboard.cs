namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>Changes a customer at the practice Stripe, as an owner would in Stripe's dashboard.</summary>
static class StripeDashboard
{
    public static async Task Change(PortalUnderTest portal, Company company, string customer, string field, string value)
    {
        var ct = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = portal.World.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", $"sk_test_practice_{company.Slug}");
        using var form = new FormUrlEncodedContent([new(field, value)]);
        using var answer = await http.PostAsync(new Uri($"/stripe/v1/customers/{customer}", UriKind.Relative), form, ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
    }
}
