using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sandbox;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Webhooks;

/// <summary>Every event sample we own, from 2017 to today, signed and posted to a portal.</summary>
public sealed class RealInputTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sample_is_received_kept_byte_for_byte_and_handled_or_explained()
    {
        var company = await Company.Create(portal, "real-input", hooked: false);
        using var hook = await HookPoster.Of(portal, company);
        var sent = new Dictionary<string, byte[]>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Folder("stripe", "events"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (body, id) = Bytes(file);
            var answer = await hook.Post(body);
            Assert.True(answer == (id is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"{file}: {answer}");
            if (id is not null) sent.TryAdd(id, body);
        }

        Assert.True(sent.Count > 70, $"Only {sent.Count} different events.");
        Assert.Equal(sent, await Kept(company));
        await Eventually.Seen(() => Unsettled(company), left => left == "0 new, 0 queued, 0 without a reason");
    }

    // Whole events and data halves; what is neither is a bare object, which no endpoint ever receives.
    static (byte[] Body, string? Id) Bytes(string file)
    {
        var node = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        if (node["object"] is not JsonObject) return (File.ReadAllBytes(file), (string?)node["object"] is "event" or "v2.core.event" ? (string)node["id"]! : null);
        var type = Path.GetFileNameWithoutExtension(file);
        var whole = new JsonObject { ["id"] = $"evt_of_{type}", ["object"] = "event", ["type"] = type, ["created"] = 1_700_000_000, ["livemode"] = false, ["data"] = node };
        return (Encoding.UTF8.GetBytes(whole.ToJsonString()), $"evt_of_{type}");
    }

    async Task<Dictionary<string, byte[]>> Kept(Company company)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Platform);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand($"select event_id, raw from sync.inbox where tenant_id = '{company.Id.Value}'", connection);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var kept = new Dictionary<string, byte[]>();
        while (await rows.ReadAsync(Ct)) kept.Add(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
        return kept;
    }

    async Task<string> Unsettled(Company company) => (string)(await Database.Ask(portal.Database.Platform, $"""
        select (select count(*) from sync.inbox where tenant_id = '{company.Id.Value}' and state = 'New') || ' new, '
            || (select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name in ('ReadSale', 'LocateSale')) || ' queued, '
            || (select count(*) from sync.inbox where tenant_id = '{company.Id.Value}' and state = 'Ignored' and coalesce(why, '') = '') || ' without a reason'
        """, Ct))!;
}
