using InvoiceSync.PostgreSql;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>The command line of a portal under measurement: everything but the work runner, quiet, on any free port.</summary>
static class BenchPortal
{
    public static string[] Arguments(PostgreSqlOptions database) =>
    [
        "--urls=http://127.0.0.1:0",
        "--environment=Production",
        "--InvoiceSync:Roles=portal,api",
        "--Database:Provider=PostgreSql",
        $"--Database:OwnerConnectionString={database.Owner}",
        $"--Database:ConnectionString={database.App}",
        $"--Database:PlatformConnectionString={database.Platform}",
        "--Secrets:MasterKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Microsoft=Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
    ];
}
