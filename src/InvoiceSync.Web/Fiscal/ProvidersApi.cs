using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/api/providers: by whom invoices can be filed, how each fares for the company, and a test of its connection.</summary>
static class ProvidersApi
{
    public static void MapProvidersApi(this RouteGroupBuilder api)
    {
        var providers = api.MapGroup("/providers").WithTags("Providers");
        providers.MapGet("/", List).Describe<Providers>("list_providers", "By whom invoices can be filed, and how each fares");
        providers.MapGet("/{provider}/validate", Validate).Describe<Validation>("validate_provider", "Tests the connection to a provider", 404, 409, 422, 503);
    }

    static async Task<IResult> List(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListProviders(), ct)).Match<IResult>(
        found => TypedResults.Ok(new Providers([.. found.Select(Provider.Of)])),
        error => error.ToProblem());

    static async Task<IResult> Validate(string provider, IDispatcher dispatcher, CancellationToken ct)
    {
        ICommand<ConnectionReport>? test = provider switch
        {
            "anaf" => new TestAnaf(),
            "smartbill" => new TestSmartBill(),
            _ => null,
        };
        return test is null ? ApiErrors.NotFound.ToProblem()
            : (await dispatcher.Send(test, ct)).Match<IResult>(report => TypedResults.Ok(Validation.Of(provider, report)), error => error.ToProblem());
    }

    sealed record Providers(IReadOnlyList<Provider> Data);

    /// <summary>Budget is null while no call was made in the running span.</summary>
    sealed record Provider(
        string Name, string State, bool Connected, bool Test, string? NeedsAttention, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastTroubleAt, string? LastTrouble, DateTimeOffset? RestsUntil, Budget? Budget)
    {
        public static Provider Of(ListProviders.View p) => new(
            p.Name, p.State.OnTheWire(), p.Connected, p.Test, p.NeedsAttention, p.LastSuccessAt?.ToUniversalTime(), p.LastTroubleAt?.ToUniversalTime(), p.LastTrouble, p.RestsUntil?.ToUniversalTime(),
            p.Budget is null ? null : new(p.Budget.Used, p.Budget.Most, p.Budget.EndsAt.ToUniversalTime()));
    }

    sealed record Budget(int CallsUsed, int CallsAllowed, DateTimeOffset EndsAt);

    sealed record Validation(string Provider, bool Valid, string Message, IReadOnlyList<Check> Checks)
    {
        public static Validation Of(string provider, ConnectionReport report) =>
            new(provider, report.Passed, report.Headline, [.. report.Lines.Select(line => new Check(line.Passed, line.What, line.Cure))]);
    }

    sealed record Check(bool Passed, string What, string? Cure);
}
