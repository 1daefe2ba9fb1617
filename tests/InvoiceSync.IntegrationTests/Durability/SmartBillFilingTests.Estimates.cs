using System.Text;
using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Durability;

// Our pro-formas in SmartBill as well: each made there once, changed there by a person, named on its invoice.
public sealed partial class SmartBillFilingTests
{
    [Fact]
    public async Task A_pro_forma_is_made_there_once_printed_changed_and_named_on_its_invoice()
    {
        var company = await Filing("by-estimate");
        var estimate = await Estimate(company);
        Assert.Null((await portal.Ask(company.Viewer, new GetEstimateInBooks(estimate)))!.State);
        await portal.Send(company.Owner, new PutEstimateInBooks(estimate));
        Assert.Equal("books.estimate_asked", await Refusal(company.Owner, new PutEstimateInBooks(estimate)));
        Assert.Equal("PRF 0001", (await There(company, estimate)).Number);
        await portal.Send(company.Machine, new MakeEstimateInBooks(estimate));
        var ours = (await portal.Ask(company.Viewer, new GetEstimate(estimate))).Document.Number;
        Assert.Equal($"Ref. {ours}", Assert.Single(await MadeEstimates(company)).GetProperty("observations").GetString());
        var paper = await portal.Ask(company.Viewer, new PrintEstimateInBooks(estimate));
        Assert.Contains("practice PRF 0001", Encoding.ASCII.GetString(paper.Pdf), StringComparison.Ordinal);
        await OnlyTheirOwn(company, estimate);

        await portal.Send(company.Owner, new ChangeEstimateInBooks(estimate, BooksStep.Cancel));
        Assert.True((await MadeEstimates(company))[0].GetProperty("cancelled").GetBoolean());
        await portal.Send(company.Owner, new ChangeEstimateInBooks(estimate, BooksStep.Restore));
        await LoseAt("/SBORO/api/estimate/cancel", "timeout_after_success");
        Assert.Equal("books.step_unsure", await Refusal(company.Owner, new ChangeEstimateInBooks(estimate, BooksStep.Cancel)));
        await portal.Practice.NoFaults();
        Assert.Equal("books.step_under_way", await Refusal(company.Owner, new ChangeEstimateInBooks(estimate, BooksStep.Delete)));
        await portal.Send(company.Owner, new SettleEstimateStep(estimate, IsDone: true));
        Assert.Equal("books.step_settled", await Refusal(company.Owner, new SettleEstimateStep(estimate, IsDone: true)));
        await portal.Send(company.Owner, new ChangeEstimateInBooks(estimate, BooksStep.Restore));

        await portal.Send(company.Owner, new ReadEstimateInBooks(estimate));
        Assert.True((await There(company, estimate)) is { ReadAt: not null, InvoicedAs: null });
        await SmartBillByHand.Invoice(portal.World.Address, (await portal.Ask(company.Viewer, new GetCompanyProfile()))!.TaxId, "PRF", "0001", Ct);
        await portal.Send(company.Owner, new ReadEstimateInBooks(estimate));
        Assert.Equal("FCT 0001", (await There(company, estimate)).InvoicedAs);

        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new InvoiceEstimate(estimate))));
        var number = (await Numbered(company, invoice)).LegalNumber;
        Assert.EndsWith(", proforma PRF 0001", (await Made(company)).Single(i => i.GetProperty("id").GetString() == number).GetProperty("observations").GetString(), StringComparison.Ordinal);
        Assert.Equal("books.estimate_over", await Refusal(company.Owner, new PutEstimateInBooks(estimate)));
    }

    [Fact]
    public async Task A_pro_forma_whose_answer_got_lost_stops_for_a_person_and_is_not_made_twice()
    {
        var company = await Filing("by-lost-estimate");
        var (lost, other) = (await Estimate(company), await Estimate(company));
        await LoseAt("/SBORO/api/estimate", "timeout_after_success");
        await portal.Send(company.Owner, new PutEstimateInBooks(lost));
        var asked = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetEstimateInBooks(lost)), there => there?.State == EstimateInBooksState.Asks);
        Assert.Equal(("PRF 1", null), (asked!.Candidate, asked.Number));

        // Others go on meanwhile, after the number in question.
        await portal.Send(company.Owner, new PutEstimateInBooks(other));
        Assert.Equal("PRF 0002", (await There(company, other)).Number);
        Assert.Equal("filing.number_invalid", await Refusal(company.Owner, new SettleEstimateInBooks(lost, "0001a")));
        foreach (var alike in (string[])["0002", "2", "00002"]) Assert.Equal("filing.number_taken", await Refusal(company.Owner, new SettleEstimateInBooks(lost, alike)));
        await portal.Send(company.Owner, new SettleEstimateInBooks(lost, "0001"));
        Assert.Equal("PRF 0001", (await There(company, lost)).Number);
        Assert.Equal("books.estimate_settled", await Refusal(company.Owner, new SettleEstimateInBooks(lost, null)));
        Assert.Equal(2, (await MadeEstimates(company)).Count);
        await EstimateWalls(company);
    }

    [Fact]
    public async Task A_pro_forma_that_never_arrived_is_made_by_itself_a_refused_one_when_asked_again_and_a_deleted_one_too()
    {
        var company = await Filing("by-late-estimate");
        foreach (var kind in (string[])["reset_before", "html_200"])
        {
            await LoseAt("/SBORO/api/estimate", kind);
            var estimate = await Estimate(company);
            await portal.Send(company.Owner, new PutEstimateInBooks(estimate));
            await There(company, estimate);
        }

        await LoseAt("/SBORO/api/estimate", "refused_200");
        var refused = await Estimate(company);
        await portal.Send(company.Owner, new PutEstimateInBooks(refused));
        var told = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetEstimateInBooks(refused)), there => there?.State == EstimateInBooksState.Refused);
        Assert.Contains("nu a fost emis", told!.Why, StringComparison.Ordinal);
        await portal.Send(company.Owner, new PutEstimateInBooks(refused));
        Assert.Equal("PRF 0003", (await There(company, refused)).Number);

        await portal.Send(company.Owner, new ChangeEstimateInBooks(refused, BooksStep.Delete));
        Assert.Null((await portal.Ask(company.Viewer, new GetEstimateInBooks(refused)))!.Number);
        await portal.Send(company.Owner, new PutEstimateInBooks(refused));
        Assert.Equal("PRF 0003", (await There(company, refused)).Number);
        Assert.Equal(3, (await MadeEstimates(company)).Count);
    }

    [Fact]
    public async Task A_company_that_files_elsewhere_has_no_pro_formas_there()
    {
        var company = await Company.Create(portal, "by-no-estimate");
        var estimate = await Estimate(company);
        Assert.Null(await portal.Ask(company.Viewer, new GetEstimateInBooks(estimate)));
        Assert.Equal("books.filed_elsewhere", await Refusal(company.Owner, new PutEstimateInBooks(estimate)));
    }

    [Fact]
    public async Task An_invoice_is_sent_by_SmartBill_when_a_person_asks_and_then_the_customer_has_it()
    {
        var company = await Filing("by-its-mail");
        var invoice = await Issued(company);
        foreach (var (to, code) in (IEnumerable<(string?, string)>)[(null, "books.recipient_missing"), ("a@b.example, c@d.example", "books.recipient_missing")])
            Assert.Equal(code, await Refusal(company.Owner, new MailByBooks(invoice, to)));
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new MailByBooks(invoice, "client@firm.example"), Ct))).Error!.Kind);
        Assert.Equal("invoice.not_found", await Refusal((await Company.Create(portal, "by-mail-stranger")).Owner, new MailByBooks(invoice, "client@firm.example")));
        await LoseAt("/SBORO/api/document", "refused_200");
        Assert.Equal("books.step_refused", await Refusal(company.Owner, new MailByBooks(invoice, "client@firm.example")));
        Assert.Null((await portal.Ask(company.Viewer, new GetInvoice(invoice))).SentAt);

        await portal.Send(company.Owner, new MailByBooks(invoice, "client@firm.example", "A word of ours"));
        var mail = Assert.Single((await Made(company)).Single().GetProperty("mails").EnumerateArray());
        Assert.Equal("client@firm.example", mail.GetProperty("to").GetString());
        Assert.Contains("FCT 0001", mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains("A word of ours", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotNull((await portal.Ask(company.Viewer, new GetInvoice(invoice))).SentAt);
        Assert.Equal("books.credit_instead", await Refusal(company.Owner, new ChangeInBooks(invoice, BooksStep.Cancel, "too late")));

        var unsure = await Issued(company);
        await LoseAt("/SBORO/api/document", "timeout_after_success");
        Assert.Equal("books.mail_unsure", await Refusal(company.Owner, new MailByBooks(unsure, "client@firm.example")));
        Assert.NotNull((await portal.Ask(company.Viewer, new GetInvoice(unsure))).SentAt);
    }

    // Neither a stranger nor who may only read does anything to it.
    async Task OnlyTheirOwn(Company company, EstimateId estimate)
    {
        var stranger = await Company.Create(portal, "by-stranger");
        await stranger.FileBySmartBill(portal);
        foreach (var command in (ICommand<Done>[])[new PutEstimateInBooks(estimate), new ChangeEstimateInBooks(estimate, BooksStep.Cancel), new ReadEstimateInBooks(estimate), new SettleEstimateInBooks(estimate, null), new SettleEstimateStep(estimate, true)])
        {
            Assert.Equal("estimate.not_found", await Refusal(stranger.Owner, command));
            Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(command, Ct))).Error!.Kind);
        }

        Assert.Equal("estimate.not_found", (await portal.As(stranger.Owner, d => d.Ask(new GetEstimateInBooks(estimate), Ct))).Error?.Code);
        Assert.Equal("estimate.not_found", (await portal.As(stranger.Owner, d => d.Ask(new PrintEstimateInBooks(estimate), Ct))).Error?.Code);
    }

    // What two nodes could do at once the database refuses; without its indexes it would not.
    async Task EstimateWalls(Company company)
    {
        const string turns = "update fiscal.estimates_in_books set gate = 'smartbill:PRF'";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", turns));
        Assert.Null(await Wall(company, "drop index fiscal.ix_estimates_in_books_tenant_id_gate", turns));

        const string numbers = "update fiscal.estimates_in_books set number = 'PRF 0001'";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", numbers));
        Assert.Null(await Wall(company, "drop index fiscal.ix_estimates_in_books_tenant_id_provider_number", numbers));

        const string twin = "insert into fiscal.estimates_in_books select * from fiscal.estimates_in_books limit 1";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", twin));
    }

    async Task<EstimateId> Estimate(Company company)
    {
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        return await portal.Send(company.Owner, new MakeEstimate(draft, EstimateKind.Proforma, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30)));
    }

    async Task<GetEstimateInBooks.View> There(Company company, EstimateId estimate) =>
        (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetEstimateInBooks(estimate)), there => there is { State: EstimateInBooksState.There, Number: not null }))!;

    async Task<IReadOnlyList<JsonElement>> MadeEstimates(Company company)
    {
        var mine = (await portal.Ask(company.Viewer, new GetCompanyProfile()))!.TaxId;
        return [.. (await portal.Practice.Get("log")).GetProperty("smartbill_estimates").EnumerateArray().Where(i => i.GetProperty("company").GetString() == mine)];
    }
}
