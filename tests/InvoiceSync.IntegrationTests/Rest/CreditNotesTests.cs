using System.Net;
using System.Text;
using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>What takes an invoice back, from the use case and from the API to the authority.</summary>
[Collection(RestPortal.Name)]
public sealed class CreditNotesTests(PortalUnderTest portal)
{
    // The practice register does not know it, so ANAF refuses.
    const string UnknownToAnaf = "RO40999992";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_credit_note_over_the_API_is_a_381_that_the_authority_accepts()
    {
        var company = await Company.Create(portal, "credit-note", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var invoice = await Issue(company.Owner, Drafts.Good);
        var path = $"/v1/invoices/{invoice}/credit";
        var (status, note, raw) = await api.Post(path, new { reason = "Eight hours were not worked", line_items = (object[])[new { id = "1", quantity = 8 }] });
        Assert.Equal((HttpStatusCode.Created, "credit_note", invoice.ToString(), "1452.00"), (status, note.Text("type"), note.Text("corrects"), note.GetProperty("total").GetRawText()));
        Assert.Equal($"/v1/invoices/{note.Text("id")}", raw.Headers.Location!.ToString());
        Assert.EndsWith("-0001", note.Text("number"), StringComparison.Ordinal);
        Assert.Equal("5808.00", (await api.Get($"/v1/invoices/{invoice}")).Body.GetProperty("amount_due").GetRawText());
        Assert.Equal([note.Text("id")], (await api.Get("/v1/invoices?type=credit_note")).Body.GetProperty("data").EnumerateArray().Select(i => i.Text("id")));
        Assert.Equal([invoice.ToString()], (await api.Get("/v1/invoices?type=invoice")).Body.GetProperty("data").EnumerateArray().Select(i => i.Text("id")));

        var id = Ids.TryParse<InvoiceId>(note.Text("id"), out var parsed) ? parsed : default;
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(id)), i => i.IsFiled);
        var xml = Encoding.UTF8.GetString((await portal.Ask(company.Owner, new GetFilingFile(id, FilingFile.Xml)))!.Bytes);
        Assert.Contains("<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", xml, StringComparison.Ordinal);
        Assert.Contains($"<cbc:ID>{(await portal.Ask(company.Owner, new GetInvoice(invoice))).Document.Number}</cbc:ID>", xml, StringComparison.Ordinal);

        Assert.Equal("/amount", (await api.Post(path, new { reason = "x", amount = 6000 })).Body.GetProperty("errors")[0].Text("pointer"));
        Assert.Equal("/reason", (await api.Post(path, new { reason = "" })).Body.GetProperty("errors")[0].Text("pointer"));
        Assert.Equal("invoice.voided_too_late", (await api.Post($"/v1/invoices/{invoice}/void", new { reason = "x" })).Body.Text("code"));
    }

    [Fact]
    public async Task A_company_that_wants_storno_gets_one_with_negative_quantities_from_its_own_series()
    {
        var company = await Company.Create(portal, "credit-storno", hooked: false);
        await portal.Send(company.Owner, new SaveSeries("STORNO", "ST{000}"));
        await portal.Send(company.Owner, new SaveCreditSettings(true, "STORNO"));
        Assert.Equal(new(true, "STORNO"), await portal.Ask(company.Viewer, new GetCreditSettings()));
        Assert.Equal("series.not_found", await Refusal(company.Owner, new SaveCreditSettings(true, "NONE")));
        var invoice = await Issue(company.Owner, Drafts.Good with { Currency = Currency.Eur });
        var storno = await portal.Send(company.Owner, new CreditInvoice(invoice, NewId(), new("Cancelled")));
        var made = (await portal.Ask(company.Owner, new GetInvoice(storno))).Document;
        var original = (await portal.Ask(company.Owner, new GetInvoice(invoice))).Document;
        Assert.Equal(("ST001", DocumentType.Invoice, -40m, -7260m, -original.VatInRon!.Amount, original.VatInRon.Rate), (made.Number, made.Type, made.Lines[0].Quantity, made.Totals.TaxInclusive, made.VatInRon!.Amount, made.VatInRon.Rate));
        Assert.Equal(invoice, (await portal.Ask(company.Owner, new ListOwnInvoices())).Rows.Single(r => !r.IsCredit).Id);
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(storno)), i => i.IsFiled);
    }

    [Fact]
    public async Task What_needs_approval_waits_is_issued_by_itself_or_withdrawn()
    {
        var company = await Company.Create(portal, "credit-approve", hooked: false);
        var invoice = await Issue(company.Owner, Drafts.Good);
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Every credit", ApprovalKind.CreditNote, null, null, null, null));
        var people = new IntegrationTests.Access.People(portal, company);
        var maker = await people.As(await people.Join("maker", Roles.Manager));
        var (first, second) = (NewId(), NewId());
        Assert.Equal("credit.waits", await Refusal(maker, new CreditInvoice(invoice, first, new("Too dear") { Amount = 100 })));
        Assert.Equal((invoice, maker.Actor), await portal.Ask(company.Machine, new FindWaitingCredit(first)) is { } held ? (held.Invoice, held.Owner) : default);
        Assert.Equal(first, Assert.Single((await portal.Ask(maker, new GetCreditLeft(invoice))).Waits).Id);
        await portal.Send(company.Owner, new DecideApproval(Assert.Single(await portal.Ask(company.Owner, new ListApprovals())).Id, true));
        await Eventually.Seen(() => portal.As(maker, d => d.Ask(new GetInvoice(first), Ct)), i => i.IsOk);
        Assert.Empty((await portal.Ask(maker, new GetCreditLeft(invoice))).Waits);

        Assert.Equal("credit.waits", await Refusal(maker, new CreditInvoice(invoice, second, new("Too dear") { Amount = 50 })));
        await portal.Send(company.Owner, new DecideApproval(Assert.Single(await portal.Ask(company.Owner, new ListApprovals())).Id, false, "No."));
        await Eventually.Seen(() => portal.Ask(maker, new GetCreditLeft(invoice)), l => l.Waits is [{ Why: "No." }]);
        await portal.Send(maker, new WithdrawCredit(second));
        Assert.Equal("credit.not_waiting", await Refusal(maker, new WithdrawCredit(second)));
        Assert.Equal(7160, (await portal.Ask(maker, new GetCreditLeft(invoice))).Left.Amount);
    }

    [Fact]
    public async Task A_refused_invoice_is_mended_and_accepted_under_its_number_or_voided()
    {
        var company = await Company.Create(portal, "credit-mend", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var unknown = Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = UnknownToAnaf } };
        var (mended, voided) = (await Issue(company.Owner, unknown), await Issue(company.Owner, unknown));
        await Eventually.Seen(Refused, r => r.Rows.Count == 2);
        var number = (await portal.Ask(company.Owner, new GetInvoice(mended))).Document.Number;
        Assert.Equal("draft.cui_invalid", await Refusal(company.Owner, new MendInvoice(mended, unknown.Buyer with { TaxId = "18547291" })));
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new MendBuyer(mended, Drafts.Good.Buyer)));
        await portal.Send(company.Owner, new MendInvoice(mended, Drafts.Good.Buyer));
        Assert.Equal(number, (await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(mended)), i => i.IsFiled)).Document.Number);

        var (status, body, _) = await api.Post($"/v1/invoices/{voided}/void", new { reason = "Never ordered" });
        Assert.Equal((HttpStatusCode.OK, "voided", "0.00"), (status, body.Text("status"), body.GetProperty("amount_due").GetRawText()));
        await Eventually.Seen(Refused, r => r.Rows.Count == 0);
        Assert.Equal("invoice.voided_already", await Refusal(company.Owner, new MendBuyer(voided, Drafts.Good.Buyer)));

        Task<Page<ListOwnInvoices.Row>> Refused() => portal.Ask(company.Owner, new ListOwnInvoices { Filter = new() { Filing = InvoiceFiling.Refused } });
    }

    [Fact]
    public async Task What_will_not_be_paid_is_written_off_and_taken_up_again()
    {
        var company = await Company.Create(portal, "credit-write-off", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var invoice = await Issue(company.Owner, Drafts.Good);
        var (status, body, _) = await api.Post($"/v1/invoices/{invoice}/write-off", new { reason = "Insolvent", amount = 260 });
        Assert.Equal((HttpStatusCode.OK, "260.00", "7000.00"), (status, body.GetProperty("amount_written_off").GetRawText(), body.GetProperty("amount_due").GetRawText()));
        using var undo = new HttpRequestMessage(HttpMethod.Delete, $"/v1/invoices/{invoice}/write-off");
        Assert.Equal(HttpStatusCode.NoContent, (await api.Send(undo)).StatusCode);
        Assert.Equal(7260, (await portal.Ask(company.Owner, new GetInvoice(invoice))).Settlement.Open);
    }

    static InvoiceId NewId() => new(Guid.CreateVersion7());

    async Task<InvoiceId> Issue(Caller caller, DraftContent content) => await portal.Send(caller, new IssueDraft(await portal.Send(caller, new CreateDraft(content))));

    async Task<string> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, Ct))).Error!.Code;
}
