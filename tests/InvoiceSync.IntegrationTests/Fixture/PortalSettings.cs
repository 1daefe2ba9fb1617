using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>The command line of a portal on a test database beside a practice world.</summary>
static class PortalSettings
{
    public static string[] Of(TestDatabase database, Uri practice, string urls = "http://127.0.0.1:0") =>
    [
        $"--urls={urls}",
        "--environment=Development",
        "--Database:Provider=PostgreSql",
        $"--Database:OwnerConnectionString={database.Owner}",
        $"--Database:ConnectionString={database.App}",
        $"--Database:PlatformConnectionString={database.Platform}",
        "--Secrets:MasterKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        $"--InvoiceSync:Practice:Address={practice}",
        "--InvoiceSync:Practice:Seed=false",
        "--InvoiceSync:Sso:Loopback=true",
        "--InvoiceSync:Sso:RequestsPerMinute=100000",
        "--InvoiceSync:PublicPages:RequestsPerMinute=100000",
        "--InvoiceSync:Api:RequestsPerHour=1000000",
        "--Printing:Sandbox=false",
        "--Logging:LogLevel:Default=Warning",
    ];
}
