using System.Web;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A person with a certificate at the practice ANAF: opens our authorize address, presses the button, comes back with a code.</summary>
sealed class AnafSignIn : IAsyncDisposable
{
    public static readonly Uri Callback = new("https://localhost:44300/anaf/callback");

    readonly ServiceProvider services;
    readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public AnafSignIn(Uri world, TimeProvider clock)
    {
        services = new ServiceCollection().AddLogging().AddSingleton(clock).AddSingleton<ICallBudget, FakeBudget>().AddAnaf().BuildServiceProvider();
        App = new FiscalApp(new Uri(world, "anaf"), "practice-client", "practice-secret");
    }

    public FiscalApp App { get; }

    public IFiscalAuthorization Authorization => services.GetRequiredKeyedService<IFiscalAuthorization>(AnafConnector.Name);

    /// <summary>The query that comes back to the callback address. Without tax ids the person may act for everybody.</summary>
    public async Task<(string Code, string State)> Agree(string taxIds, CancellationToken ct)
    {
        var address = Authorization.AuthorizeUrl(App, Callback, "our state");
        var asked = HttpUtility.ParseQueryString(address.Query);
        using var form = new FormUrlEncodedContent(
            asked.AllKeys.Select(key => KeyValuePair.Create(key!, asked[key]!)).Append(KeyValuePair.Create("cifs", taxIds)));
        using var answer = await browser.PostAsync(new Uri(address.GetLeftPart(UriPartial.Path)), form, ct);
        var back = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        return (back["code"]!, back["state"]!);
    }

    public async Task<TokenAnswer.Granted> Tokens(string taxIds, CancellationToken ct)
    {
        var (code, _) = await Agree(taxIds, ct);
        return Assert.IsType<TokenAnswer.Granted>(await Authorization.Exchange(App, code, Callback, ct));
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return services.DisposeAsync();
    }
}
