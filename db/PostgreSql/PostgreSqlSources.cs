using Npgsql;

namespace InvoiceSync.PostgreSql;

/// <summary>One pool a role. Statements are prepared by themselves after a few uses.</summary>
public sealed class PostgreSqlSources(PostgreSqlOptions options) : IAsyncDisposable
{
    public NpgsqlDataSource App { get; } = Build(options.App);

    public NpgsqlDataSource Platform { get; } = Build(options.Platform);

    internal string Owner => options.Owner;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Platform.DisposeAsync();
    }

    static NpgsqlDataSource Build(string connection)
    {
        var text = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 4, ApplicationName = "InvoiceSync" };
        return NpgsqlDataSource.Create(text);
    }
}
