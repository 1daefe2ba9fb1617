using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Invoices that stand without being filed by us: to buyers abroad as the company chooses, and those the buyer issues.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ForeignFilingTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DraftContent Abroad => Drafts.Good with
    {
        Buyer = new(BuyerKind.Company, "Weber Werkzeuge GmbH", "DE136695976") { Address = new("Hafenstraße 12", null, "Hamburg", null, "20457", "DE") },
        Lines = [new("Consultanță", null, 40, 150) { Category = VatCategory.AE, Unit = "HUR" }],
    };

    [Fact]
    public async Task A_companys_choice_decides_about_new_invoices_and_those_of_before_are_filed_only_when_asked()
    {
        var company = await Company.Create(portal, "foreign", hooked: false);
        Assert.Equal(new(false, true, true, 0), await portal.Ask(company.Viewer, new GetForeignFiling()));
        var (kept, due) = (await Issue(company, Abroad), await Issue(company, Abroad with { Lines = Drafts.Good.Lines }));
        Assert.True((await Filed(company, due, FilingState.Accepted)).Attempts[0].Foreign);
        Assert.Equal(KeptBecause.Abroad, (await Filed(company, kept, FilingState.Kept)).KeptBecause);
        Assert.Equal(KeptBecause.Abroad, Assert.Single((await Eventually.Seen(() => portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Kept)), p => p.Rows.Count > 0)).Rows).KeptBecause);
        Assert.Contains(">380<", await Xml(company, kept), StringComparison.Ordinal);
        var asked = (await portal.Ask(company.Viewer, new GetInvoice(kept))).Document;
        Assert.Equal((KeptBecause.Abroad, 0), (await portal.Ask(company.Viewer, new ForeseeFiling(asked)), (await portal.Ask(company.Viewer, new GetProviders())).UnderWay));
        Assert.Equal("invoice.kept", await Refusal(company.Owner, new MendBuyer(kept, Drafts.Good.Buyer)));

        Assert.Equal("permission.missing", await Refusal(company.Viewer, new ChooseForeignFiling(true, true)));
        await portal.Send(company.Owner, new ChooseForeignFiling(true, true));
        Assert.Equal(new(true, true, true, 1), await portal.Ask(company.Viewer, new GetForeignFiling()));
        var filed = await Filed(company, await Issue(company, Abroad), FilingState.Accepted);
        Assert.True(filed.Attempts[0].Foreign);
        Assert.Equal(FilingState.Kept, (await portal.Ask(company.Viewer, new GetFiling(kept)))!.State);
        Assert.Equal(2, await SentAbroad(company));

        var note = new InvoiceId(Guid.CreateVersion7());
        await portal.Send(company.Owner, new CreditInvoice(kept, note, new("Too dear") { Amount = 100 }));
        await Filed(company, note, FilingState.Kept);
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new FileKeptInvoice(kept)));
        Assert.Equal("filing.original_kept", await Refusal(company.Owner, new FileKeptInvoice(note)));
        await portal.Send(company.Owner, new FileKeptInvoice(kept));
        await Filed(company, kept, FilingState.Accepted);
        Assert.True((await Filed(company, note, FilingState.Accepted)).Attempts[0].Foreign);
        Assert.Equal("filing.not_kept", await Refusal(company.Owner, new FileKeptInvoice(kept)));
        Assert.Equal(4, await SentAbroad(company));

        await portal.Send(company.Owner, new ChooseForeignFiling(false, true));
        var late = await Issue(company, Abroad);
        await Filed(company, late, FilingState.Kept);
        await NumberedElsewhere(company, late);
        var (plan, rows) = await Plan(company, late, kept);
        Assert.Equal([BulkRowState.Will, BulkRowState.WillNot], rows);
        await portal.Send(company.Owner, new StartBulk(plan));
        Assert.True((await Filed(company, late, FilingState.Accepted)).Attempts[0].Foreign);
        Assert.Equal(5, await SentAbroad(company));
    }

    [Fact]
    public async Task What_the_buyer_issues_is_kept_as_389_and_never_sent_nor_what_takes_it_back()
    {
        var company = await Company.Create(portal, "self-billed", hooked: false);
        var invoice = await Issue(company, Drafts.Good with { IsSelfBilled = true });
        Assert.Equal(KeptBecause.SelfBilled, (await Filed(company, invoice, FilingState.Kept)).KeptBecause);
        Assert.Contains("<cbc:InvoiceTypeCode>389</cbc:InvoiceTypeCode>", await Xml(company, invoice), StringComparison.Ordinal);
        Assert.Equal("filing.by_buyer", await Refusal(company.Owner, new FileKeptInvoice(invoice)));
        var note = new InvoiceId(Guid.CreateVersion7());
        await portal.Send(company.Owner, new CreditInvoice(invoice, note, new("Too dear") { Amount = 100 }));
        await Filed(company, note, FilingState.Kept);
        Assert.Contains("<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", await Xml(company, note), StringComparison.Ordinal);

        var other = await Issue(company, Abroad);
        await Filed(company, other, FilingState.Kept);
        await portal.Send(company.Owner, new VoidInvoice(other, "Never ordered"));
        Assert.Equal(FilingState.Stopped, (await portal.Ask(company.Viewer, new GetFiling(other)))!.State);
        Assert.Equal(0, await Sent(company, _ => true));
    }

    [Fact]
    public async Task A_sale_to_a_company_abroad_is_foreseen_and_shown_as_kept()
    {
        var company = await Company.Create(portal, "foreign-sale", hooked: false);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "union"));
        Assert.Equal(SaleState.Kept, (await portal.Send(company.Owner, new ForeseeSale(new(SaleKind.Invoice, id), new()))).State);
        await portal.Send(company.Machine, new ReadSale(SaleKind.Invoice, id));
        var sale = await Sales.Settled(portal, company, id, SaleState.Kept);
        Assert.DoesNotContain((await portal.Ask(company.Viewer, new GetDeadlines())).Rows, row => row.Sale == sale.Id);
    }

    // The customer has it under our number, so a program that numbers itself never gets it.
    async Task NumberedElsewhere(Company company, InvoiceId kept)
    {
        await company.FileBySmartBill(portal);
        Assert.Equal("filing.kept_has_number", await Refusal(company.Owner, new FileKeptInvoice(kept)));
        Assert.Equal([BulkRowState.WillNot], (await Plan(company, kept)).Rows);
        await portal.Send(company.Owner, new ChooseProvider("anaf"));
        Assert.Equal(FilingState.Kept, (await portal.Ask(company.Viewer, new GetFiling(kept)))!.State);
    }

    async Task<(BulkRunId Plan, IEnumerable<BulkRowState> Rows)> Plan(Company company, params InvoiceId[] invoices)
    {
        var plan = await portal.Send(company.Owner, new PlanBulk("file-kept", invoices));
        return (plan, (await portal.Ask(company.Owner, new GetBulk(plan)))!.Rows.Select(r => r.State));
    }

    Task<int> SentAbroad(Company company) => Sent(company, upload => upload.GetProperty("extern").GetBoolean());

    async Task<int> Sent(Company company, Func<System.Text.Json.JsonElement, bool> which)
    {
        var mine = (await portal.Ask(company.Viewer, new GetCompanyProfile()))!.TaxId;
        return (await portal.Practice.Get("log")).GetProperty("uploads").EnumerateArray().Count(u => u.GetProperty("cif").GetString() == mine && which(u));
    }

    async Task<GetFiling.View> Filed(Company company, InvoiceId invoice, FilingState state) =>
        (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f?.State == state))!;

    async Task<string> Xml(Company company, InvoiceId invoice) => Encoding.UTF8.GetString((await portal.Ask(company.Owner, new GetFilingFile(invoice, FilingFile.Xml)))!.Bytes);

    async Task<InvoiceId> Issue(Company company, DraftContent content) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content))));

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
