using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>
/// Makes the practice company at the first start: a login, a company, its connections to the practice world and sixty days of
/// sales there. Everything goes through the same commands a person would send.
/// </summary>
sealed class PracticeSetUp(ScopedDispatch dispatch, PracticeControls controls, PortalOptions options, TimeProvider time, ILogger<PracticeSetUp> log)
{
    const string Email = "owner@practice.example";
    const string Password = "practice makes perfect";
    const string Slug = "practice";
    const string Cui = "18547290";
    const string SmartBillEmail = "practice@smartbill.example";

    static readonly Seller Company = new(
        "Practica Demo SRL", Cui, true, "J40/1234/2020",
        new("Strada Exercitiului 1", null, "SECTOR3", "031234", "RO-B", "RO"), "facturi@practice.example", null, null, null);

    public async Task Run(CancellationToken ct)
    {
        if (!options.Practice.Seed) return;
        if ((await dispatch.As(Caller.Nobody, d => d.Ask(new IsFirstRun(), ct))).OrThrow())
        {
            var tenant = (await dispatch.As(Caller.Nobody, d => d.Send(new CreateFirstOwner(Email, "Ana Practician", Password, Company.Name, Slug, TenantMode.Practice), ct))).OrThrow();
            await Prepare(tenant, ct);
        }

        log.LogInformation("Practice login: {Email} / {Password} at /t/{Slug}/", Email, Password, Slug);
    }

    async Task Prepare(TenantId tenant, CancellationToken ct)
    {
        var account = await controls.Post("accounts", new { account = Slug }, ct);
        var key = account.GetProperty("restricted_key").GetString()!;
        await Send(tenant, new SaveCompanyProfile(Company), ct);
        await Send(tenant, new ConnectStripe(key, null, "21"), ct);
        await Send(tenant, new ConnectAnaf("practice-client", "practice-secret", UseTest: false), ct);
        var tokens = await controls.Post("anaf/tokens", new { cifs = new[] { Cui } }, ct);
        await Send(tenant, new SaveConnection("anaf", Live: true, null, new Dictionary<string, string>
        {
            ["access_token"] = tokens.GetProperty("access_token").GetString()!,
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        })
        {
            AccessUntil = time.GetUtcNow().AddSeconds(tokens.GetProperty("expires_in").GetInt64()),
            RenewableUntil = time.GetUtcNow().AddDays(365),
        }, ct);
        // Connected, and not chosen: filing there instead is one choice away.
        await Send(tenant, new ConnectSmartBill(SmartBillEmail, "practice-token", Series: "FCT"), ct);
        var books = await Send(tenant, new ReadBooks(), ct);
        await Send(tenant, new ConnectSmartBill(SmartBillEmail, null, Taxes: books.Suggested), ct);
        await controls.Post("seed", new { account = Slug, days = 60, seed = 1, deliver = false }, ct);
        await Send(tenant, new TestStripe(), ct);
        await Send(tenant, new TestAnaf(), ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await Send(tenant, new StartSync(today.AddDays(-61), today.AddDays(1)), ct);
    }

    async Task<T> Send<T>(TenantId tenant, ICommand<T> command, CancellationToken ct) =>
        (await dispatch.As(Caller.System(tenant, "set-up"), d => d.Send(command, ct))).OrThrow();
}
