using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Customers;

/// <summary>A company of one test, what its owner and others of it send, and what its log says.</summary>
sealed record BuyersScene(PortalUnderTest Portal, AccountScene.Someone Ana)
{
    public static readonly PostalAddress Cluj = new("Str. Memorandumului 1", null, "Cluj-Napoca", "400114", "Cluj", "RO");
    public static readonly CustomerDetails Exemplu = new() { Name = "Exemplu SRL", TaxId = "RO18547290", Email = "facturi@exemplu.ro", BillingAddress = Cluj };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BuyersScene> Of(PortalUnderTest portal, string name) => new(portal, await portal.Person(name));

    public Task<T> Send<T>(ICommand<T> command) => Portal.Send(Ana.Caller, command);

    public Task<T> Ask<T>(IQuery<T> query) => Portal.Ask(Ana.Caller, query);

    public async Task<string?> Refusal<T>(ICommand<T> command, string role = Roles.Owner) => (await Portal.As(As(role), d => d.Send(command, Ct))).Error?.Code;

    public async Task<string?> Refused<T>(IQuery<T> query, string role = Roles.Owner) => (await Portal.As(As(role), d => d.Ask(query, Ct))).Error?.Code;

    public async Task<string> Changes(string id, string happened) => (string)(await Database.Ask(
        Portal.Database.Platform, $"select coalesce(string_agg(changes::text, ' ' order by seq), '') from audit.log where resource_id = '{id}' and event_type = '{happened}'", Ct))!;

    public async Task<long> Entries(string happened) => (long)(await Database.Ask(
        Portal.Database.Platform, $"select count(*) from audit.log where tenant_id = '{Ana.Tenant.Value}' and event_type = '{happened}'", Ct))!;

    Caller As(string role) => role == Roles.Owner ? Ana.Caller : new(Ana.Tenant, Ana.Id.ToString(), Roles.Of(role));
}
