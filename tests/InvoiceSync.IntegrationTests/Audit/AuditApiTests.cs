using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Audit.Siem;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>/api/audit, every address of it: what a program with a key gets, and what one without the right is told.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class AuditApiTests(PortalUnderTest portal)
{
    static readonly string Nobodys = new AuditEntryId(Guid.Parse("01900000-0000-7000-8000-000000000001")).ToString();
    static readonly string[] Reading = ["archives", "alerts", "exports", "outlets", "verification", "download/evidence", "download/archive/2020-01", $"{Nobodys}/proof"];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_audit_read_nothing_is_told_and_the_refusal_stands_in_the_log()
    {
        var ana = await portal.Person("api-closed");
        using var manager = await Key(ana, Roles.Manager);
        using var nobody = ApiCaller.With(portal, null);
        foreach (var path in Reading)
        {
            var (status, body, _) = await manager.Get($"/api/audit/{path}");
            Assert.Equal((path, HttpStatusCode.Forbidden, "permission.missing"), (path, status, body.Text("code")));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, (await nobody.Get($"/api/audit/{path}")).Status));
        }

        var refused = (await portal.Ask(ana.Caller, new ListActivity(Event: "access.refused"))).Rows;
        Assert.Equal(Reading.Length, refused.Count);
        Assert.All(refused, r => Assert.StartsWith("key_", r.Actor, StringComparison.Ordinal));
        Assert.Contains("audit.list-archives", refused.Select(r => r.Facts["message"]));
    }

    [Fact]
    public async Task The_log_is_verified_proved_entry_by_entry_and_downloaded_with_the_keys_to_check_it()
    {
        var ana = await portal.Person("api-proof");
        using var api = await Key(ana, Roles.Accountant);
        var entry = (await portal.Ask(ana.Caller, new ListActivity())).Rows[^1];
        var early = await api.Get($"/api/audit/{entry.Id}/proof");
        Assert.Equal((HttpStatusCode.Conflict, "audit.entry_unsealed"), (early.Status, early.Body.Text("code")));

        await portal.Send(Caller.System(ana.Tenant, "jobs"), new SealCheckpoint());
        var proof = (await api.Get($"/api/audit/{entry.Id}/proof")).Body;
        Assert.Equal((entry.Id.ToString(), entry.Seq), (proof.Text("id"), proof.GetProperty("seq").GetInt64()));
        Assert.True(proof.GetProperty("size").GetInt64() >= entry.Seq);
        Assert.Equal(64, proof.GetProperty("signature").GetBytesFromBase64().Length);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/api/audit/{Nobodys}/proof")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/api/audit/nonsense/proof")).Status);

        foreach (var query in (string[])["", "?whole=true"])
        {
            var verdict = (await api.Get($"/api/audit/verification{query}")).Body;
            Assert.True(verdict.GetProperty("holds").GetBoolean());
            Assert.Empty(verdict.GetProperty("problems").EnumerateArray());
        }

        var evidence = await (await api.Raw("/api/audit/download/evidence")).Content.ReadAsByteArrayAsync(Ct);
        Assert.StartsWith("ISAUDIT", Encoding.ASCII.GetString(evidence.AsSpan(0, 8)), StringComparison.Ordinal);
        Assert.Contains("BEGIN PUBLIC KEY", await (await api.Raw("/api/audit/download/keys")).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_in_the_archive_are_listed_and_one_that_is_not_there_is_not_found()
    {
        var ana = await portal.Person("api-archive");
        using var api = await Key(ana, Roles.Accountant);
        Assert.Empty((await api.Get("/api/audit/archives")).Body.EnumerateArray());
        await Database.Ask(portal.Database.Owner, $"""
            select set_config('app.tenant', '{ana.Tenant.Value}', false);
            insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, file, digest, bytes, archived_at)
            values ('{ana.Tenant.Value}', '2020-01-01', 1, 7, '', '', '', 'of-january.isaudit', '', 99, now())
            """, Ct);
        var month = Assert.Single((await api.Get("/api/audit/archives")).Body.EnumerateArray());
        Assert.Equal(("2020-01-01", 7, "of-january.isaudit", 99), (month.Text("month"), month.GetProperty("last").GetInt64(), month.Text("file"), month.GetProperty("bytes").GetInt64()));
        // Named by a row, but the file is gone; and months that are none.
        Assert.Equal("audit.archive_missing", (await api.Get("/api/audit/download/archive/2020-01")).Body.Text("code"));
        foreach (var other in (string[])["2020-02", "2020-13", "january", "2020-1"]) Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/api/audit/download/archive/{other}")).Status);
    }

    [Fact]
    public async Task Alerts_and_scheduled_exports_are_listed_with_what_a_program_needs()
    {
        var ana = await portal.Person("api-alerts");
        using var api = await Key(ana, Roles.Accountant);
        var machine = Caller.System(ana.Tenant, "jobs");
        await portal.Send(machine, new WatchLog());
        var plan = await portal.Send(ana.Caller, new SaveExportPlan(null, "Daily", ExportRhythm.Daily, ExportForm.Json));
        await portal.Send(machine, new MakeExport(plan, new(new(2026, 1, 1), new(2026, 1, 2))));
        await portal.Send(ana.Caller, new RecordAct(new("audit.exported", "audit_log")));
        await portal.Send(machine, new WatchLog());

        var alert = Assert.Single((await api.Get("/api/audit/alerts?limit=10")).Body.EnumerateArray());
        Assert.Equal(("log_exported", ana.Id.ToString(), 1), (alert.Text("kind"), alert.Text("about"), alert.GetProperty("count").GetInt32()));
        Assert.Contains("event=audit.exported", alert.Text("filter"), StringComparison.Ordinal);
        foreach (var limit in (string[])["0", "101", "many"]) Assert.Equal(HttpStatusCode.BadRequest, (await api.Get($"/api/audit/alerts?limit={limit}")).Status);

        var made = Assert.Single((await api.Get("/api/audit/exports")).Body.EnumerateArray());
        Assert.Equal((plan.ToString(), "Daily", "json", "2026-01-01", "2026-01-02"), (made.Text("plan"), made.Text("name"), made.Text("form"), made.Text("from"), made.Text("to")));
        Assert.Equal(JsonValueKind.Null, made.GetProperty("problem").ValueKind);
    }

    [Fact]
    public async Task A_log_system_is_made_tried_changed_listed_without_its_token_and_forgotten()
    {
        var ana = await portal.Person("api-outlets");
        await using var splunk = await SiemReceiver.Open<SplunkReceiver>();
        using var api = await Key(ana, Roles.Admin);
        var made = await api.Post("/api/audit/outlets", new { kind = "splunk", name = "SOC", address = splunk.Address.AbsoluteUri, index = "main", token = SiemReceiver.Token });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var id = made.Body.Text("id")!;
        var listed = await api.Get("/api/audit/outlets");
        var row = Assert.Single(listed.Body.EnumerateArray());
        Assert.Equal((id, "splunk", "SOC", "main"), (row.Text("id"), row.Text("kind"), row.Text("name"), row.Text("index")));
        Assert.DoesNotContain(SiemReceiver.Token, listed.Body.GetRawText(), StringComparison.Ordinal);

        Assert.True((await api.Post($"/api/audit/outlets/{id}/test", new { })).Body.GetProperty("passed").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await api.Post("/api/audit/outlets", new { id, kind = "splunk", name = "SOC two", address = splunk.Address.AbsoluteUri, index = "main" })).Status);
        Assert.Equal("SOC two", Assert.Single((await api.Get("/api/audit/outlets")).Body.EnumerateArray()).Text("name"));
        await splunk.DisposeAsync();
        Assert.False((await api.Post($"/api/audit/outlets/{id}/test", new { })).Body.GetProperty("passed").GetBoolean());

        Assert.Equal(HttpStatusCode.NoContent, await Delete(api, id));
        Assert.Equal(HttpStatusCode.NotFound, await Delete(api, id));
        Assert.Empty((await api.Get("/api/audit/outlets")).Body.EnumerateArray());
    }

    [Fact]
    public async Task A_log_system_that_cannot_be_is_refused_by_field_and_another_companys_is_not_found()
    {
        var (ana, bob) = (await portal.Person("api-refused"), await portal.Person("api-other"));
        using var api = await Key(ana, Roles.Admin);
        using var other = await Key(bob, Roles.Admin);
        foreach (var (body, code) in ((object, string)[])
                 [
                     (new { kind = "syslog", name = "x", address = "https://logs.example.com", token = "t" }, "body.invalid"),
                     (new { kind = "splunk", name = "x", address = "https://logs.example.com", token = "t", secret = true }, "body.invalid"),
                     (new { kind = "splunk", name = "x", address = "https://10.0.0.7", token = "t" }, "outlet.address_refused"),
                     (new { kind = "splunk", name = "", address = "https://logs.example.com", token = "t" }, "outlet.name_missing"),
                     (new { kind = "splunk", name = "x", address = "https://logs.example.com" }, "outlet.token_missing"),
                 ])
            Assert.Equal(code, (await api.Post("/api/audit/outlets", body)).Body.Text("code"));

        var id = (await api.Post("/api/audit/outlets", new { kind = "datadog", name = "x", address = "https://logs.example.com", token = "t" })).Body.Text("id")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/api/audit/outlets/{id}/test", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, await Delete(other, id));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post("/api/audit/outlets", new { id, kind = "datadog", name = "mine", address = "https://logs.example.com", token = "t" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Post("/api/audit/outlets/nonsense/test", new { })).Status);
        using var reader = await Key(ana, Roles.Accountant);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post("/api/audit/outlets", new { kind = "splunk", name = "x", address = "https://logs.example.com", token = "t" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, await Delete(reader, id));
        Assert.Single((await api.Get("/api/audit/outlets")).Body.EnumerateArray());
    }

    async Task<ApiCaller> Key(AccountScene.Someone ana, string role) => ApiCaller.With(portal, (await portal.Send(ana.Caller, new CreateApiKey(role, role))).Secret);

    async Task<HttpStatusCode> Delete(ApiCaller api, string id)
    {
        using var http = portal.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Key);
        using var answer = await http.DeleteAsync(new Uri($"/api/audit/outlets/{id}", UriKind.Relative), Ct);
        return answer.StatusCode;
    }
}
