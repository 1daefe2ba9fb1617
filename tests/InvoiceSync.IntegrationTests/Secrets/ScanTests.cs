using System.Net.Http.Json;
using System.Text;
using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>Journeys that use every secret there is; afterwards none stands in a log line, an answer or a text column.</summary>
public sealed class ScanTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>, IDisposable
{
    // A partition is read through its table.
    const string Tables = """
        select format('%I.%I', s.nspname, c.relname) from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and s.nspname not in ('pg_catalog', 'information_schema')
        """;

    readonly CaughtLog log = new();
    readonly List<string> answers = [];
    readonly List<string> secrets = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_is_found_where_it_does_not_belong_and_a_planted_one_is()
    {
        await portal.StopPortal();
        // Lines of every level are caught; only the console stays quiet.
        await using var node = await PortalNode.Start(
            portal.Database, portal.World.Address, services => services.AddSingleton<ILoggerProvider>(log), "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Debug", "--Logging:Console:LogLevel:Default=None");
        var company = await Company.Create(portal, "canaries", hooked: false);
        await Journeys(node, company);

        Assert.True(secrets.Count >= 12 && log.Lines.Count > 200 && answers.Count > 15, $"{secrets.Count} secrets, {log.Lines.Count} lines, {answers.Count} answers.");
        var found = Found("log", log.Lines).Concat(Found("answer", answers)).Concat(Found("database", await Columns())).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found.Take(20)));

        node.Services.GetRequiredService<ILogger<ScanTests>>().LogTrace("Calling with {Key}", secrets[0]);
        answers.Add($"<p>{secrets[1]}</p>");
        await Database.Ask(portal.Database.Platform, $"update tenancy.tenants set name = 'x{secrets[2]}x' where id = '{company.Id.Value}' returning 1", Ct);
        Assert.Single(Found("log", log.Lines));
        Assert.Single(Found("answer", answers));
        Assert.Single(Found("database", await Columns()));
    }

    public void Dispose() => log.Dispose();

    async Task Journeys(PortalNode node, Company company)
    {
        foreach (var provider in (string[])["stripe", "anaf"]) secrets.AddRange((await node.Try(company.Machine, new OpenConnection(provider))).OrThrow().Secrets.Values);
        secrets.AddRange(["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", Company.Password, "sk_test_canaryWrongKey00000000000000", "canary-client-secret", "whsec_canary0000000000000000000000"]);
        var sold = await portal.Practice.Sell(company.Slug, "company", 2);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await node.Try(company.Owner, new StartSync(today.AddDays(-1), today.AddDays(1)));
        await Eventually.Seen(async () => (await node.Try(company.Viewer, new ListSales())).OrThrow().Rows.Count, count => count >= sold.Count);

        var key = (await node.Try(company.Owner, new CreateApiKey("scanned", Roles.Owner))).OrThrow();
        var second = (await node.Try(company.Owner, new RotateApiKey(key.Id, 1))).OrThrow();
        secrets.AddRange([key.Secret, key.Secret[37..], second.Secret]);
        await Call(node, key, second);
        await Visit(node, company, key);

        await node.Try(company.Owner, new ConnectStripe("sk_test_canaryWrongKey00000000000000", ["whsec_canary0000000000000000000000"]));
        await node.Try(company.Owner, new TestStripe());
        await node.Try(company.Owner, new ConnectAnaf("canary-client", "canary-client-secret", UseTest: false));
        await node.Try(company.Owner, new TestAnaf());
        await node.Try(company.Owner, new RotateTenantKey());
        await Eventually.Seen(async () => (await node.Try(company.Owner, new GetSecretState())).OrThrow(), state => state.IsFinished);
        await node.Try(company.Owner, new RevokeApiKey(key.Id));
    }

    async Task Call(PortalNode node, CreateApiKey.Shown key, CreateApiKey.Shown second)
    {
        using var http = node.Client();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", key.Id.ToString()), new("client_secret", key.Secret)]);
        using var given = await http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form, Ct);
        var token = (await given.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Ct)).GetProperty("access_token").GetString()!;
        secrets.Add(token);
        foreach (var bearer in (string[])[key.Secret, second.Secret, token, key.Secret[..^1] + "_", "isk_short"])
            foreach (var path in (string[])["/api/stripe/invoices", $"/api/stripe/invoices?api_key={key.Secret}", "/api/stripe/test", "/api/invoices/status/inv_0", $"/oauth/token?client_secret={key.Secret}"])
            {
                using var request = new HttpRequestMessage(path.StartsWith("/oauth", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, new Uri(path, UriKind.Relative));
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
                await Keep(await http.SendAsync(request, Ct));
            }
    }

    async Task Visit(PortalNode node, Company company, CreateApiKey.Shown key)
    {
        var browser = await Browser.SignedIn(node.Address, company.Email);
        foreach (var page in (string[])["", "sales", "activity", "account", "settings/company", "settings/stripe", "settings/anaf", "settings/api-keys", $"settings/api-keys/{key.Id}", "settings/secrets"])
            await Keep(await browser.Http.GetAsync(new Uri($"/t/{company.Slug}/{page}", UriKind.Relative), Ct));
    }

    async Task Keep(HttpResponseMessage answer)
    {
        answers.Add($"{answer.RequestMessage!.RequestUri!.AbsolutePath} {answer.Headers} {await answer.Content.ReadAsStringAsync(Ct)}");
        answer.Dispose();
    }

    // Every text of every table but the practice world's, which has files of its own; JSON and bytes as text too.
    async Task<List<string>> Columns()
    {
        await using var connection = new NpgsqlConnection(portal.Database.Owner);
        await connection.OpenAsync(Ct);
        var tables = new List<string>();
        await using (var names = new NpgsqlCommand(Tables, connection))
        await using (var rows = await names.ExecuteReaderAsync(Ct))
            while (await rows.ReadAsync(Ct)) tables.Add(rows.GetString(0));
        await using var platform = new NpgsqlConnection(portal.Database.Platform);
        await platform.OpenAsync(Ct);
        var texts = new List<string>();
        foreach (var table in tables.Where(t => t != "kernel.migrations"))
        {
            await using var command = new NpgsqlCommand($"select t::text from {table} t", platform);
            await using var rows = await command.ExecuteReaderAsync(Ct);
            while (await rows.ReadAsync(Ct)) texts.Add($"{table}: {rows.GetString(0)}");
        }

        return texts;
    }

    // As it is, and as bytes show in a dump.
    IEnumerable<string> Found(string where, IEnumerable<string> texts)
    {
        var hunted = secrets.Where(s => s.Length > 8).Distinct().SelectMany(s => (string[])[s, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(s))]).ToList();
        foreach (var text in texts)
            if (hunted.FirstOrDefault(s => text.Contains(s, StringComparison.Ordinal)) is { } found)
                yield return $"{where}: {found[..6]}… in {text[..Math.Min(text.Length, 300)]}";
    }
}
