using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>A company's connection secrets: as its own work reads them, and as the table holds them.</summary>
static class KeptSecrets
{
    public static async Task<Dictionary<string, string>> Opened(PortalUnderTest portal, Company company)
    {
        var secrets = new Dictionary<string, string>();
        foreach (var provider in (string[])["stripe", "anaf"])
            foreach (var (name, secret) in (await portal.Ask(company.Machine, new OpenConnection(provider))).Secrets) secrets[$"{provider}:{name}"] = secret;
        return secrets;
    }

    public static async Task<object?> Sealed(PortalUnderTest portal, Company company) => await Database.Ask(
        portal.Database.Platform, $"select string_agg(secrets::text, '|' order by provider) from tenancy.connections where tenant_id = '{company.Id.Value}'", TestContext.Current.CancellationToken);
}
