using System.IO.Compression;
using System.Net;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Each filter of the list narrows it, and all of them together.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ListOwnInvoicesTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_filter_keeps_what_it_names_and_nothing_else()
    {
        var company = await Company.Create(portal, "list-filters", hooked: false);
        var lei = await Issue(company, Drafts.Good);
        var euro = await Issue(company, Drafts.Good with { Currency = Currency.Eur, Lines = [Drafts.Good.Lines[0] with { Quantity = 1 }], Buyer = Drafts.Good.Buyer with { Name = "Alt Client SRL" } });
        await Eventually.Seen(() => portal.Ask(company.Viewer, new ListOwnInvoices()), page => page.Rows.All(r => r.Filing == InvoiceFiling.Accepted));
        var today = (await portal.Ask(company.Viewer, new GetInvoice(lei))).Document.IssuedOn;

        await Shows(company, new(), euro, lei);
        await Shows(company, new() { Currency = Currency.Eur }, euro);
        await Shows(company, new() { Search = "alt cl" }, euro);
        await Shows(company, new() { Search = "FACT-" }, euro, lei);
        await Shows(company, new() { Total = new(AtLeast: 1000) }, lei);
        await Shows(company, new() { Total = new(AtMost: 1000) }, euro);
        await Shows(company, new() { Issued = new(AtLeast: today, AtMost: today), Filing = InvoiceFiling.Accepted, Status = InvoiceStatus.Issued }, euro, lei);
        await Shows(company, new() { Issued = new(AtLeast: today.AddDays(1)) });
        await Shows(company, new() { Filing = InvoiceFiling.Refused });
        await Shows(company, new() { Status = InvoiceStatus.Paid });
        await Shows(company, new() { Status = InvoiceStatus.PartiallyPaid });
    }

    [Fact]
    public async Task The_XML_of_those_chosen_comes_as_one_file_and_of_others_nothing()
    {
        var (company, other) = (await Company.Create(portal, "list-zip", hooked: false), await Company.Create(portal, "list-zip-other", hooked: false));
        var (first, second, theirs) = (await Issue(company, Drafts.Good), await Issue(company, Drafts.Good), await Issue(other, Drafts.Good));
        foreach (var owner in (Caller[])[company.Owner, other.Owner])
            await Eventually.Seen(() => portal.Ask(owner, new ListOwnInvoices()), page => page.Rows.All(r => r.Filing == InvoiceFiling.Accepted));
        var http = (await Browser.SignedIn(portal.Address, company.Email)).Http;
        var answer = await http.GetAsync(Address($"{first},{second},{theirs}"), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal([$"{first}.xml", $"{second}.xml"], zip.Entries.Select(e => e.Name));
        foreach (var nothing in (string[])[$"{theirs}", "", "inv_x", string.Join(',', Enumerable.Repeat($"{first}", 101).Select((id, n) => n == 0 ? id : $"inv_{n:00000000000000000000000000}"))])
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Address(nothing), Ct)).StatusCode);

        Uri Address(string ids) => new($"/t/{company.Slug}/files/invoices.zip?ids={ids}", UriKind.Relative);
    }

    async Task Shows(Company company, InvoiceFilter filter, params InvoiceId[] wanted)
    {
        var page = await portal.Ask(company.Viewer, new ListOwnInvoices
        {
            Filter = filter,
        });
        Assert.Equal(wanted, page.Rows.Select(r => r.Id));
    }

    async Task<InvoiceId> Issue(Company company, DraftContent content) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content))));
}
