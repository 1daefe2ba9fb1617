using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.PostgreSql;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>The migrated database every portal under test gets a copy of.</summary>
static class PortalTemplate
{
    public static async Task<TestDatabase> Database(TestCluster cluster)
    {
        var template = await cluster.Template("portal_template", static async (owner, ct) =>
        {
            await using var sources = new PostgreSqlSources(new(owner, owner, owner));
            await new PostgreSqlSchema(sources, new PostgreSqlDialect(sources)).Migrate(ct);
        });
        return await cluster.CreateDatabase(template: template);
    }
}
