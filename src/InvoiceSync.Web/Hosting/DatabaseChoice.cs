using InvoiceSync.PostgreSql;
using InvoiceSync.PostgreSql.Embedded;
using InvoiceSync.SqlServer;

namespace InvoiceSync.Web.Hosting;

/// <summary>Database:Provider is Embedded (the default), PostgreSql or SqlServer; the last two need connection strings.</summary>
static class DatabaseChoice
{
    public static async Task Add(IServiceCollection services, IConfiguration configuration, PortalOptions options, bool reset, ILogger log)
    {
        var section = configuration.GetSection("Database");
        switch (section["Provider"] ?? "Embedded")
        {
            case "Embedded":
                var embedded = await EmbeddedPostgres.Start(new(Path.Combine(options.DataFolder, "postgres")) { Reset = reset, Logger = log });
                services.AddHostedService(_ => new EmbeddedDatabase(embedded));
                services.AddPostgreSql(new(embedded.OwnerConnectionString, embedded.AppConnectionString, embedded.PlatformConnectionString));
                break;
            case "PostgreSql":
                services.AddPostgreSql(new(Needed(section, "OwnerConnectionString"), Needed(section, "ConnectionString"), Needed(section, "PlatformConnectionString")));
                break;
            case "SqlServer":
                var app = Needed(section, "ConnectionString");
                services.AddSqlServer(new(section["OwnerConnectionString"] ?? app, app, section["PlatformConnectionString"] ?? app));
                break;
            case var other:
                throw new InvalidOperationException($"Database:Provider is \"{other}\". Use Embedded, PostgreSql or SqlServer.");
        }
    }

    static string Needed(IConfigurationSection section, string name) =>
        section[name] ?? throw new InvalidOperationException($"Set Database:{name} for Database:Provider={section["Provider"]}. See docs/guides/deploy.md.");

    // The first hosted service is the last to stop: nobody needs the database any more then.
    sealed class EmbeddedDatabase(EmbeddedPostgres postgres) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => postgres.DisposeAsync().AsTask();
    }
}
