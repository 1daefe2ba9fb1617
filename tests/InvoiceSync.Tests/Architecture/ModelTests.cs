using InvoiceSync.Kernel.Data;
using InvoiceSync.Tests.Architecture.Planted;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InvoiceSync.Tests.Architecture;

/// <summary>The tables of both databases stand behind the tenant's fence, and no module joins another's.</summary>
public sealed class ModelTests
{
    static readonly IModel PostgreSql = Of(new InvoiceSync.PostgreSql.DesignTimeDb().CreateDbContext([]));
    static readonly IModel SqlServer = Of(new InvoiceSync.SqlServer.DesignTimeDb().CreateDbContext([]));
    static readonly IModel Careless = Of(new CarelessDb());

    public static TheoryData<string> Databases => [nameof(PostgreSql), nameof(SqlServer)];

    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_row_of_a_tenant_is_fenced_by_filter_key_and_foreign_key(string database) => Verdict.NoneOf(ModelRules.Unfenced(Named(database)));

    [Theory]
    [MemberData(nameof(Databases))]
    public void Modules_share_no_foreign_key_and_no_navigation(string database) => Verdict.NoneOf(ModelRules.Joined(Named(database)));

    [Theory]
    [MemberData(nameof(Databases))]
    public void No_two_indexes_have_one_name(string database) => Verdict.NoneOf(ModelRules.Ambiguous(Named(database)));

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_tables_of_no_tenant_are_a_short_list(string database) =>
        Assert.Equal(
            [
                "access.failed_tries", "access.known_devices", "access.memberships", "access.passkeys", "access.protection_keys", "access.recovery_codes",
                "access.second_factors", "access.sessions", "access.slips", "access.spent_tokens", "access.sso_domain_owners", "access.users", "fiscal.call_lines", "fiscal.operator_outages", "invoicing.reference_rates", "tenancy.tenants",
            ],
            ModelRules.Shared(Named(database)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_careless_model_is_told_each_of_its_faults()
    {
        string[] faults = [.. ModelRules.Unfenced(Careless).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Leaf: its key does not begin with the tenant",
                "Leaf: no tenant filter",
                "Leaf: the foreign key fk_leaf does not carry the tenant",
                "Leaf: the unique index ix_leaf does not begin with the tenant",
                "Tree: its key does not begin with the tenant",
                "Tree: no tenant filter",
            ],
            faults);
        Assert.Equal(["Leaf points into forest"], ModelRules.Joined(Careless));
        Assert.Equal(["forest.rivers"], ModelRules.Shared(Careless));
    }

    [Fact]
    public void The_model_is_there() => Assert.True(PostgreSql.GetEntityTypes().Count(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)) > 15);

    static IModel Named(string database) => database == nameof(PostgreSql) ? PostgreSql : SqlServer;

    static IModel Of(DbContext db)
    {
        using (db) return db.GetService<IDesignTimeModel>().Model;
    }
}
