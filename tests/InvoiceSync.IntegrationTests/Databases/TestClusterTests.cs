using Npgsql;

namespace InvoiceSync.IntegrationTests.Databases;

public sealed class TestClusterTests(TestCluster cluster)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_copies_of_the_template_and_independent()
    {
        var template = await cluster.Template("template_of_copies", (owner, ct) => Database.Ask(owner, "create table t (n int); insert into t values (1)", ct));
        var one = await cluster.CreateDatabase(template: template);
        var two = await cluster.CreateDatabase(template: template);
        await Database.Ask(one.Owner, "insert into t values (2)", Ct);

        Assert.Equal(2L, await Database.Ask(one.Owner, "select count(*) from t", Ct));
        Assert.Equal(1L, await Database.Ask(two.Owner, "select count(*) from t", Ct));
    }

    [Fact]
    public async Task A_template_is_built_once_however_many_ask()
    {
        var built = 0;
        Task Build(string owner, CancellationToken ct)
        {
            Interlocked.Increment(ref built);
            return Database.Ask(owner, "create table t (n int)", ct);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.Template("template_built_once", Build)));
        Assert.Equal(1, built);
    }

    [Fact]
    public async Task A_dropped_database_is_gone_though_somebody_was_connected()
    {
        var database = await cluster.CreateDatabase();
        await using var connected = new NpgsqlConnection(database.App);
        await connected.OpenAsync(Ct);

        await cluster.DropDatabase(database);
        var gone = await Assert.ThrowsAsync<PostgresException>(() => Database.Ask(database.Owner, "select 1", Ct));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    [Fact]
    public async Task The_app_role_owns_nothing_and_creates_nothing()
    {
        var database = await cluster.CreateDatabase();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Database.Ask(database.App, "create table mine (n int)", Ct));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
