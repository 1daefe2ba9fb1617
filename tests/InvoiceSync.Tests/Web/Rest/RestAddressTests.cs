using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Web.Rest;

public sealed class RestAddressTests
{
    [Theory]
    [InlineData("/v1/invoices/inv_1", "/v1/invoices/inv_1")]
    [InlineData("/api/v1/invoices", "/v1/invoices")]
    [InlineData("/api/invoices/inv_1", "/v1/invoices/inv_1")]
    [InlineData("/api/customers", "/v1/customers")]
    [InlineData("/api/invoices/process", "/api/invoices/process")]
    [InlineData("/api/invoices/status/in_1", "/api/invoices/status/in_1")]
    [InlineData("/api/invoices/download/inv_1", "/api/invoices/download/inv_1")]
    [InlineData("/api/sales", "/api/sales")]
    [InlineData("/api", "/api")]
    [InlineData("/apis/invoices", "/apis/invoices")]
    public async Task Version_1_answers_at_each_of_its_addresses_and_older_calls_keep_theirs(string asked, string answered)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = asked;
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseRestAddress().Run(_ => Task.CompletedTask);
        await app.Build()(http);
        Assert.Equal(answered, http.Request.Path.Value);
    }
}
