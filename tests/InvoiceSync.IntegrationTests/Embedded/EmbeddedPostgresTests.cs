using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.PostgreSql.Embedded;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Embedded;

/// <summary>The private cluster: what it promises about data, roles and settings.</summary>
public sealed class EmbeddedPostgresTests(TestCluster cluster) : IDisposable
{
    readonly PrivateFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_all_three_roles()
    {
        var postgres = await cluster.Server;

        Assert.Equal("invoicesync_owner", await Ask(postgres.OwnerConnectionString, "select current_user::text"));
        Assert.Equal("invoicesync_app", await Ask(postgres.AppConnectionString, "select current_user::text"));
        Assert.Equal("invoicesync_platform", await Ask(postgres.PlatformConnectionString, "select current_user::text"));
    }

    [Fact]
    public async Task Data_outlives_the_server()
    {
        await using (var first = await EmbeddedPostgres.Start(folder.Options, Ct))
            await Ask(first.OwnerConnectionString, "create table kept (n int); insert into kept values (7)");

        await using var second = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.Equal(7, await Ask(second.OwnerConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task A_reset_starts_over_empty()
    {
        await using (var first = await EmbeddedPostgres.Start(folder.Options, Ct))
            await Ask(first.OwnerConnectionString, "create table kept (n int)");

        await using var second = await EmbeddedPostgres.Start(folder.Options with { Reset = true }, Ct);
        Assert.Equal(DBNull.Value, await Ask(second.OwnerConnectionString, "select to_regclass('kept')::text"));
    }

    [Fact]
    public async Task A_reset_is_refused_while_somebody_works_on_the_data()
    {
        await using var postgres = await EmbeddedPostgres.Start(folder.Options, Ct);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.Start(folder.Options with { Reset = true }, Ct));
        Assert.Contains("Another process is working", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Ask(postgres.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task No_role_is_superuser_or_may_bypass_row_security()
    {
        await using var postgres = await EmbeddedPostgres.Start(folder.Options, Ct);
        const string mighty = """
            select coalesce(string_agg(rolname, ','), '') from pg_roles
            where rolname like 'invoicesync%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            """;
        const string memberships = "select count(*)::int from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname like 'invoicesync%'";
        const string owned = "select coalesce(string_agg(pg_get_userbyid(datdba), ','), '') from pg_database where datname = 'invoicesync'";

        Assert.Equal("", await Ask(postgres.AppConnectionString, mighty));
        Assert.Equal("postgres", await Ask(postgres.AppConnectionString, "select string_agg(rolname, ',') from pg_roles where rolsuper"));
        Assert.Equal(0, await Ask(postgres.AppConnectionString, memberships));
        Assert.Equal("invoicesync_owner", await Ask(postgres.AppConnectionString, owned));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var postgres = await cluster.Server;
        var wrong = new NpgsqlConnectionStringBuilder(postgres.AppConnectionString) { Password = "guess", Pooling = false };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Ask(wrong.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Theory]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "127.0.0.1")]
    [InlineData("password_encryption", "scram-sha-256")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("TimeZone", "UTC")]
    public async Task It_runs_with_safe_settings(string name, string value)
    {
        var shared = await cluster.Server;
        Assert.Equal(value, await Ask(shared.AppConnectionString, $"select coalesce(current_setting('{name}'), '')"));
    }

    [Fact]
    public async Task Commits_reach_the_disk_unless_the_data_is_nobodys()
    {
        const string disk = "select concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'))";
        await using var kept = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.Equal("on on", await Ask(kept.AppConnectionString, disk));
        Assert.Equal("off off", await Ask((await cluster.Server).AppConnectionString, disk));
    }

    [Fact]
    public async Task Its_only_door_is_loopback_tcp()
    {
        var postgres = await cluster.Server;
        var pidFile = await File.ReadAllLinesAsync(Path.Combine(postgres.DataFolder, "server", "data", "postmaster.pid"), Ct);

        Assert.Equal((postgres.Port.ToString(provider: null), "", "127.0.0.1"), (pidFile[3], pidFile[4], pidFile[5]));
    }

    [Fact]
    public async Task Letters_of_the_country_are_letters()
    {
        var shared = await cluster.Server;
        Assert.Equal("știință", await Ask(shared.AppConnectionString, "select lower('ȘTIINȚĂ')"));
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_passwords()
    {
        var postgres = await cluster.Server;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(postgres.DataFolder, "passwords.json")));
    }

    [Fact]
    public async Task Without_binaries_it_says_what_to_install()
    {
        var nowhere = folder.Options with { BinariesFolder = Path.Combine(folder.Path, "nothing-here") };

        var missing = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.Start(nowhere, Ct));
        Assert.Contains("apt-get install postgresql", missing.Message, StringComparison.Ordinal);
        Assert.Contains("eng/run", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_cluster_leaves_nothing_behind()
    {
        await using (var postgres = await EmbeddedPostgres.Start(folder.Options with { Temporary = true }, Ct))
            Assert.True(Directory.Exists(folder.Path));
        Assert.False(Directory.Exists(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    static Task<object?> Ask(string connection, string sql) => Database.Ask(connection, sql, Ct);
}
