using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Invoices and letters of others, from the practice ANAF to archive, page and API.</summary>
public sealed class MailboxTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_received_invoice_is_archived_printed_vouched_for_and_answered_once()
    {
        var company = await Company.Create(portal, "mailbox", hooked: false);
        var sent = await SentBefore("anaf/invoices", new { cif = await Cui(company), net = 250 });
        var row = await Arrived(company, sent.GetProperty("index").GetString()!, FiscalMessageKind.Received);
        Assert.Equal((sent.GetProperty("number").GetString(), 302.5m, "RON", "RO1234567897", false), (row.Number, row.Total!.Value, row.Currency, row.SenderTaxId, row.IsRead));

        await portal.Send(company.Owner, new PrintMessage(row.Id));
        await portal.Send(company.Machine, new KeepPrint(row.Id, [0]));
        var seal = await portal.Send(company.Owner, new CheckSeal(row.Id));
        Assert.True(seal.IsGenuine, seal.Text);
        Assert.Equal(AnswerState.Sent, await portal.Send(company.Owner, new AnswerSupplier(row.Id, "Adresa e greșită.")));
        await portal.Send(company.Owner, new MarkMessageRead(row.Id));

        var seen = await portal.Ask(company.Owner, new GetMailboxMessage(row.Id));
        Assert.Equal([MailboxFormat.Zip, MailboxFormat.Xml, MailboxFormat.Pdf], seen.Files);
        Assert.Equal((true, true, "Adresa e greșită."), (seen.SealFits!.Value, seen.Row.IsRead, Assert.Single(seen.Answers).Text));
        var pdf = await portal.Ask(company.Owner, new GetMailboxFile(row.Id, MailboxFormat.Pdf));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf.Bytes), StringComparison.Ordinal);
        await Finds(company, row, await Key(company));
    }

    [Fact]
    public async Task A_customers_letter_arrives_and_messages_are_downloaded_once()
    {
        var company = await Company.Create(portal, "letters");
        var sale = Assert.Single(await portal.Practice.Sell(company.Slug));
        await Sales.Settled(portal, company, sale, SaleState.Accepted);
        var letter = await SentBefore("anaf/letters", new { cif = await Cui(company), text = "Lipsește comanda" });
        var row = await Arrived(company, letter.GetProperty("index").GetString()!, FiscalMessageKind.BuyerMessage);
        Assert.Equal("Lipsește comanda", row.Text);
        Assert.Equal("message.not_answerable", (await portal.As(company.Owner, d => d.Send(new AnswerSupplier(row.Id, "x"), Ct))).Error!.Code);

        var ours = (await portal.Ask(company.Owner, new ListMailbox(FiscalMessageKind.Sent))).Rows;
        Assert.All(ours, m => Assert.Contains(m.State, (MailboxState[])[MailboxState.Ours, MailboxState.Listed]));
    }

    [Fact]
    public async Task Messages_are_kept_once_however_often_the_list_shows_them()
    {
        var company = await Company.Create(portal, "twice", hooked: false);
        var now = TimeProvider.System.GetUtcNow();
        FiscalMessage[] page = [.. Enumerable.Range(1, 5).Select(i => new FiscalMessage($"{i}", "9", FiscalMessageKind.Received, now, "", "1"))];
        Assert.Equal(5, await portal.Send(company.Machine, new KeepMessages(false, page, null)));
        Assert.Equal(1, await portal.Send(company.Machine, new KeepMessages(false, [.. page, .. page, new("6", "9", FiscalMessageKind.Received, now, "", "1")], null)));
        // ANAF's test system numbers by itself.
        Assert.Equal(5, await portal.Send(company.Machine, new KeepMessages(true, page, now)));
        Assert.Null(await portal.Ask(company.Machine, new GetMailboxMark(false)));
        Assert.NotNull(await portal.Ask(company.Machine, new GetMailboxMark(true)));
        Assert.Equal(11, (await portal.Ask(company.Owner, new ListMailbox(Unread: true))).Rows.Count);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Ask(new ListMailbox(), Ct))).Error!.Code);
    }

    [Fact]
    public async Task What_was_kept_is_not_called_gone_by_whoever_looked_earlier()
    {
        var company = await Company.Create(portal, "raced", hooked: false);
        var now = TimeProvider.System.GetUtcNow();
        FiscalMessage[] page = [.. Enumerable.Range(1, 40).Select(i => new FiscalMessage($"40{i}", $"50{i}", FiscalMessageKind.Received, now, "", "1"))];
        await portal.Send(company.Machine, new KeepMessages(false, page, null));
        var kept = new List<MailboxMessageId>();
        foreach (var row in (await portal.Ask(company.Owner, new ListMailbox())).Rows)
        {
            var keeping = portal.As(company.Machine, d => d.Send(new KeepMessageFile(row.Id, [1], "<Invoice/>"u8.ToArray(), []), Ct));
            var noting = portal.As(company.Machine, d => d.Send(new NoteMessage(row.Id, MailboxState.Gone, "Nu exista"), Ct));
            await noting;
            if ((await keeping).IsOk) kept.Add(row.Id);
        }

        Assert.NotEmpty(kept);
        var after = (await portal.Ask(company.Owner, new ListMailbox())).Rows.ToDictionary(r => r.Id, r => r.State);
        Assert.All(kept, id => Assert.Equal(MailboxState.Kept, after[id]));
    }

    // Our windows end a minute before now: what others sent, they sent five minutes ago by the practice clock.
    async Task<JsonElement> SentBefore(string what, object body)
    {
        await portal.Practice.Post("clock", new { advance = "-PT5M" });
        var sent = await portal.Practice.Post(what, body);
        await portal.Practice.Post("clock", new { advance = "PT5M" });
        return sent;
    }

    async Task<ListMailbox.Row> Arrived(Company company, string index, FiscalMessageKind kind)
    {
        var found = await Eventually.Seen(async () =>
        {
            await portal.Send(company.Machine, new ReadMailbox());
            return (await portal.Ask(company.Owner, new ListMailbox(kind, Search: index))).Rows.SingleOrDefault();
        }, row => row is { State: MailboxState.Kept });
        return found!;
    }

    async Task Finds(Company company, ListMailbox.Row row, string key)
    {
        using var http = portal.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var list = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/fiscal/messages?kind=received&search=1234567897", UriKind.Relative), Ct)).RootElement;
        Assert.Equal(row.Id.ToString(), Assert.Single(list.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
        using var one = await http.GetAsync(new Uri($"/v1/fiscal/messages/{row.Id}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        var zip = await http.GetByteArrayAsync(new Uri($"/v1/fiscal/messages/{row.Id}/files/zip", UriKind.Relative), Ct);
        Assert.Equal("PK\u0003\u0004"u8.ToArray(), zip[..4]);
        using var none = await http.GetAsync(new Uri($"/v1/fiscal/messages/{row.Id}/files/exe", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        var providers = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/providers/", UriKind.Relative), Ct)).RootElement;
        Assert.Equal("working", providers.GetProperty("data").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "anaf").GetProperty("state").GetString());
        var valid = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/providers/anaf/validate", UriKind.Relative), Ct)).RootElement;
        Assert.True(valid.GetProperty("valid").GetBoolean());
        using var unknown = await http.GetAsync(new Uri("/api/providers/nobody/validate", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await portal.Send(company.Owner, new SwitchAnaf(UseTest: true));
        Assert.True((await portal.Ask(company.Owner, new ListProviders())).Single(p => p.Name == "anaf").Test);
    }

    async Task<string> Key(Company company) => (await portal.Send(company.Owner, new CreateApiKey("mailbox", Roles.Owner))).Secret;

    async Task<string> Cui(Company company) => (await portal.Ask(company.Owner, new GetCompanyProfile()))!.TaxId;
}
