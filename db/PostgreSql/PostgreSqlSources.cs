using Npgsql;

namespace InvoiceSync.PostgreSql;

/// <summary>One pool a role. Statements are prepared by themselves after a few uses.</summary>
public sealed class PostgreSqlSources(PostgreSqlOptions options) : IAsyncDisposable
{
    public NpgsqlDataSource App { get; } = Build(options.App, isClean: false);

    public NpgsqlDataSource Platform { get; } = Build(options.Platform, isClean: true);

    internal string Owner => options.Owner;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Platform.DisposeAsync();
    }

    // The platform's statements leave nothing behind in a session, so its connections need no reset at every lease: seven
    // statements for one batch of the queue or the inbox. The application's keep it, behind the walls as one more.
    static NpgsqlDataSource Build(string connection, bool isClean)
    {
        var text = new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 4,
            ApplicationName = "InvoiceSync",
            NoResetOnClose = isClean,
        };
        return NpgsqlDataSource.Create(text);
    }
}
