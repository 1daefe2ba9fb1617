using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.IntegrationTests.Messaging;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>Files that go with an invoice: who may add them, until when, how they come back, and to whom.</summary>
[Collection(RestPortal.Name)]
public sealed class AttachmentsV1Tests(PortalUnderTest portal)
{
    const string Hours = "zi;ore\n1;8\n";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_put_to_a_draft_listed_read_and_goes_with_the_invoice_for_good()
    {
        var (company, api, _, path) = await Scene("v1-files");
        var (status, added, raw) = await Add(api, path, "ore.csv", Hours);
        Assert.Equal((HttpStatusCode.Created, "ore.csv", "text/csv", 11), (status, added.Text("name"), added.Text("media_type"), added.GetProperty("size").GetInt32()));
        Assert.Equal(raw.Headers.Location!.ToString(), added.GetProperty("links").Text("self"));
        var spare = (await Add(api, path, "plan.pdf", "%PDF-1.7")).Body.Text("id");
        Assert.Equal(["ore.csv", "plan.pdf"], await Names(api, path));

        using var file = await api.Raw(added.GetProperty("links").Text("self")!);
        Assert.Equal((HttpStatusCode.OK, "text/csv", Hours), (file.StatusCode, file.Content.Headers.ContentType!.MediaType, await file.Content.ReadAsStringAsync(Ct)));
        Assert.Equal(("attachment", "ore.csv", "nosniff", "default-src 'none'; sandbox"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName,
            file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, $"{path}/attachments/{spare}", null)).Status);

        await api.Post(path + "/issue", new { });
        Assert.Equal(["ore.csv"], await Names(api, path));
        Assert.Equal((HttpStatusCode.Conflict, "invoice.already_issued"), (await Add(api, path, "late.csv", Hours)) is var late ? (late.Status, late.Body.Text("code")) : default);
        Assert.Equal((HttpStatusCode.Conflict, "invoice.already_issued"), (await api.Change(HttpMethod.Delete, added.GetProperty("links").Text("self")!, null)) is var gone ? (gone.Status, gone.Body.Text("code")) : default);
        var log = (await portal.Ask(company.Owner, new ListActivity())).Rows.Select(r => r.Event).ToList();
        Assert.All((string[])["attachment.added", "attachment.read", "attachment.removed"], act => Assert.Contains(act, log));
    }

    [Fact]
    public async Task Past_our_own_code_the_database_freezes_the_files_of_an_issued_invoice()
    {
        var (company, api, draft, path) = await Scene("v1-files-frozen");
        await Add(api, path, "ore.csv", Hours);
        var mine = $"tenant_id = '{company.Id.Value}' and invoice = '{draft.Value}'";
        var insert = $"insert into invoicing.attachments (tenant_id, id, invoice, name, kind, size, bytes, added_at) values ('{company.Id.Value}', gen_random_uuid(), '{draft.Value}', 'b.csv', 'Csv', 1, 'x', now())";
        // While it is a draft the very same is taken; only a file is never changed.
        Assert.Null(await LedgerScene.Raw(portal.Database.Platform, $"{insert}; delete from invoicing.attachments where {mine} and name = 'b.csv'"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await LedgerScene.Raw(portal.Database.Platform, $"update invoicing.attachments set bytes = 'y' where {mine}"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await LedgerScene.Raw(portal.Database.Platform, insert.Replace("'x'", "decode(repeat('00', 10485760), 'hex')", StringComparison.Ordinal)));
        await api.Post(path + "/issue", new { });
        foreach (var change in (string[])[insert, $"update invoicing.attachments set name = 'c.csv' where {mine}", $"delete from invoicing.attachments where {mine}"])
            Assert.Equal((change, PostgresErrorCodes.CheckViolation), (change, await LedgerScene.Raw(portal.Database.Platform, change)));
        Assert.Equal(["ore.csv"], await Names(api, path));
    }

    [Fact]
    public async Task What_is_too_large_too_many_or_not_what_it_says_is_refused_and_nothing_is_kept()
    {
        var (company, api, _, path) = await Scene("v1-files-refused");
        foreach (var (name, content, expected) in new (string, byte[], string)[]
        {
            ("a.pdf", "<script>alert(1)</script>"u8.ToArray(), "attachment.kind_refused /content"), ("a.html", Bytes(Hours), "attachment.kind_refused /content"), ("../a.csv", Bytes(Hours), "attachment.name_invalid /name"),
            (".csv", Bytes(Hours), "attachment.name_invalid /name"), ("a\u202Evsc.csv", Bytes(Hours), "attachment.name_invalid /name"), ("a.csv", new byte[AttachFile.Largest + 1], "attachment.too_large /content"),
        })
            Assert.Equal((name, expected), (name, (await Add(api, path, name, content)).Body.Refusal()));
        Assert.Equal("body.invalid /content", (await api.PostText(path + "/attachments", """{"name":"a.csv","content":"no base64!"}""")).Body.Refusal());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await AskBeforeSending(api, path, new byte[(AttachFile.Largest * 3) >> 1]));
        Assert.Empty(await Names(api, path));

        var large = new byte[AttachFile.Largest];
        "%PDF-"u8.CopyTo(large);
        foreach (var name in (string[])["1.pdf", "2.pdf"]) Assert.Equal(HttpStatusCode.Created, (await Add(api, path, name, large)).Status);
        Assert.Equal("attachment.too_large /content", (await Add(api, path, "3.csv", "x"u8.ToArray())).Body.Refusal());

        var other = await AnotherDraft(company);
        foreach (var n in Enumerable.Range(1, AttachFile.Most)) await Add(api, other, $"{n}.csv", Hours);
        Assert.Equal("attachment.too_many", (await Add(api, other, "11.csv", Hours)).Body.Text("code"));
        Assert.Equal("attachment.name_taken /name", (await Add(api, path, "1.PDF", "%PDF-")).Body.Refusal());
    }

    // The portal refuses by the length alone and closes the line: whoever sends on meanwhile may see a broken pipe before the answer.
    static async Task<HttpStatusCode> AskBeforeSending(ApiCaller api, string path, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path + "/attachments") { Content = JsonContent.Create(new { name = "a.csv", content }) };
        await request.Content.LoadIntoBufferAsync(Ct);
        request.Headers.ExpectContinue = true;
        using var answer = await api.Send(request);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Another_company_and_who_may_not_see_the_invoice_find_nothing()
    {
        var (company, api, draft, path) = await Scene("v1-files-ours");
        var file = (await Add(api, path, "ore.csv", Hours)).Body;
        var (stranger, theirs, _, elsewhere) = await Scene("v1-files-theirs");
        var id = file.Text("id");
        foreach (var address in (string[])[$"{path}/attachments", $"{path}/attachments/{id}", $"{elsewhere}/attachments/{id}"]) Assert.Equal((address, HttpStatusCode.NotFound), (address, (await theirs.Get(address)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await Add(theirs, path, "b.csv", Hours)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Change(HttpMethod.Delete, $"{elsewhere}/attachments/{id}", null)).Status);
        var attachment = Ids.TryParse<AttachmentId>(id, out var known) ? known : default;
        Assert.Equal("attachment.not_found", (await portal.As(stranger.Owner, d => d.Ask(new ReadAttachment(attachment), Ct))).Error?.Code);
        Assert.Equal("attachment.not_found", (await portal.As(stranger.Owner, d => d.Send(new RemoveAttachment(attachment), Ct))).Error?.Code);
        var member = company.Owner with { Actor = "usr_somebody", Permissions = Permissions.Expand(["invoice.draft", "invoice.read.own"]) };
        Assert.Equal("attachment.not_found", (await portal.As(member, d => d.Ask(new ReadAttachment(attachment), Ct))).Error?.Code);
        Assert.Equal("draft.not_found", (await portal.As(member, d => d.Send(new AttachFile(draft, "c.csv", Bytes(Hours)), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new AttachFile(draft, "c.csv", Bytes(Hours)), Ct))).Error?.Code);
        Assert.Equal("invoice.not_found", (await portal.As(member, d => d.Ask(new ListAttachments(draft), Ct))).Error?.Code);
        Assert.Equal(["ore.csv"], await Names(api, path));

        // What was refused was not read.
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"{await AnotherDraft(company)}/attachments/{id}")).Status);
        Assert.DoesNotContain("attachment.read", (await portal.Ask(company.Owner, new ListActivity())).Rows.Select(r => r.Event));

        // With its draft a file is thrown away too.
        await api.Change(HttpMethod.Delete, path, null);
        Assert.Equal(0L, await Databases.Database.Ask(portal.Database.Platform, $"select count(*) from invoicing.attachments where invoice = '{draft.Value}'", Ct));
    }

    [Fact]
    public async Task With_its_draft_a_file_goes_whichever_way_that_ends_and_whoever_is_adding_one()
    {
        var company = await Company.Create(portal, "v1-files-gone", hooked: false);
        var schedule = await portal.Repeat(company, SchedulesScene.Weekly());
        foreach (var end in (Func<InvoiceId, Task>[])[
            draft => portal.Send(company.Owner, new DeleteDraft(draft)), draft => portal.Send(company.Owner, new MakeEstimate(draft, EstimateKind.Proforma, SchedulesScene.Today.AddDays(30))),
            draft => portal.Send(company.Owner, new ReviseSchedule(schedule, draft))])
        {
            var draft = await portal.Send(company.Owner, new CreateDraft(Invoicing.Drafts.Good));
            await portal.Send(company.Owner, new AttachFile(draft, "ore.csv", Bytes(Hours)));
            // Those who add one meanwhile come before, and it goes too, or find no draft.
            var adding = Enumerable.Range(0, 6).Select(n => Task.Run(() => portal.As(company.Owner, d => d.Send(new AttachFile(draft, $"{n}.csv", Bytes(Hours)), Ct)), Ct)).ToList();
            await end(draft);
            await Task.WhenAll(adding);
            Assert.Equal(0L, await portal.Sql($"select count(*) from invoicing.attachments where tenant_id = '{company.Id.Value}'"));
        }
    }

    [Fact]
    public async Task The_public_page_leads_to_the_files_of_its_invoice_and_to_no_other()
    {
        var (company, api, draft, path) = await Scene("v1-files-public");
        var file = (await Add(api, path, "ore & minute.csv", Hours)).Body.Text("id");
        var foreign = (await Add(api, await AnotherDraft(company), "other.csv", Hours)).Body.Text("id");
        await api.Post(path + "/issue", new { });
        var link = await portal.Send(company.Owner, new ShareInvoice(draft));
        using var http = portal.Client();
        var page = await http.GetStringAsync(new Uri(link), Ct);
        Assert.Contains($"/files/{file}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign!, page, StringComparison.Ordinal);
        using var read = await http.GetAsync(new Uri($"{link}/files/{file}"), Ct);
        Assert.Equal((HttpStatusCode.OK, "attachment", Hours), (read.StatusCode, read.Content.Headers.ContentDisposition!.DispositionType, await read.Content.ReadAsStringAsync(Ct)));
        foreach (var wrong in (string[])[$"{link}/files/{foreign}", $"{link}/files/x", $"{link[..^2]}AA/files/{file}"]) Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(wrong), Ct)).StatusCode);
        var known = Ids.TryParse<AttachmentId>(file, out var shared) ? shared : default;
        Assert.Equal("ore & minute.csv", (await portal.Send(Caller.Nobody, new ReadSharedAttachment(link.Split('/')[^1], known))).Name);
        await portal.Send(company.Owner, new WithdrawInvoiceLinks(draft));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"{link}/files/{file}"), Ct)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_go_with_the_mail_where_the_company_wants_it(bool wanted)
    {
        var company = await portal.MailCompany(wanted ? "encloses" : "encloses-not");
        await portal.Send(company.Owner, new SaveMailSettings(UsesOwn: false, SendsOnIssue: false) { EnclosesFiles = wanted });
        var draft = await portal.Send(company.Owner, new CreateDraft(Invoicing.Drafts.Good));
        await portal.Send(company.Owner, new AttachFile(draft, "ore lucrate.csv", Bytes(Hours)));
        await portal.Send(company.Owner, new IssueDraft(draft));
        await portal.Send(company.Owner, new SendInvoice(draft, "client@exemplu.ro"));
        await portal.Mails(company, draft, MailState.Sent);
        var files = Assert.Single(await portal.Inbox(company)).GetProperty("files").EnumerateArray().Select(f => f.GetProperty("type").GetString()).ToList();
        Assert.Equal(wanted, files.Contains("text/csv"));
        Assert.Equal(wanted, (await portal.Ask(company.Owner, new GetMailSettings())).EnclosesFiles);
    }

    async Task<(Company Company, ApiCaller Api, InvoiceId Draft, string Path)> Scene(string name)
    {
        var company = await Company.Create(portal, name, hooked: false);
        var api = await ApiCaller.Of(portal, company);
        var draft = await portal.Send(company.Owner, new CreateDraft(Invoicing.Drafts.Good));
        return (company, api, draft, $"/v1/invoices/{draft}");
    }

    async Task<string> AnotherDraft(Company company) => $"/v1/invoices/{await portal.Send(company.Owner, new CreateDraft(Invoicing.Drafts.Good))}";

    static Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Add(ApiCaller api, string path, string name, string content) => Add(api, path, name, Bytes(content));

    static Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Add(ApiCaller api, string path, string name, byte[] content) => api.Post(path + "/attachments", new { name, content });

    static async Task<IEnumerable<string?>> Names(ApiCaller api, string path) => (await api.Get(path + "/attachments")).Body.GetProperty("data").EnumerateArray().Select(f => f.Text("name"));

    static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
