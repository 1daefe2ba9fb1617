using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Durability;

// One call at a time goes into a series: who has to wait is told for which invoice, and why that one's turn does not end.
public sealed partial class SmartBillFilingTests
{
    [Fact]
    public async Task Who_waits_for_an_invoice_whose_deletion_is_unsure_is_told_of_it_until_a_person_has_said()
    {
        var company = await Filing("by-deletion");
        var first = await Issued(company);
        await LoseAt("/SBORO/api/invoice", "timeout_after_success");
        Assert.Equal("books.step_unsure", await Refusal(company.Owner, new ChangeInBooks(first, BooksStep.Delete, "typed twice")));

        // Somebody who sees their own invoices only wrote the next one.
        var member = new Caller(company.Id, "usr_member", Roles.Of(Roles.TeamMember));
        var next = await portal.Send(company.Owner, new IssueDraft(await portal.Send(member, new CreateDraft(Drafts.Good))));
        var ahead = new FilingAhead(first, "FCT 0001", AheadBecause.DeletionUnsure);
        var seen = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(next)), f => f?.Ahead is not null);
        Assert.Equal((FilingState.Intended, ahead), (seen!.State, seen.Ahead));
        Assert.Equal((next, ahead), Assert.Single((await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Waiting))).Rows) is var card ? (card.Invoice, card.Ahead!) : default);
        var own = (await portal.Ask(member, new GetFiling(next)))!;
        Assert.Equal((null, true, false), (own.Ahead, own.Waiting is not null, own.Waiting?.Contains("0001", StringComparison.Ordinal)));

        await portal.Send(company.Owner, new SettleBooksStep(first, IsDone: true));
        var made = await Numbered(company, next);
        Assert.Equal(("FCT 0001", null, null), (made.LegalNumber, made.Ahead, made.Waiting));
    }

    [Fact]
    public async Task Who_waits_for_an_invoice_of_which_nobody_knows_whether_it_was_made_is_told_of_it()
    {
        var company = await Filing("by-making");
        await Lose("timeout_after_success");
        var (first, _) = await Asked(company, Assert.Single(await portal.Practice.Sell(company.Slug)));
        // As it is between the lost answer and the question to a person.
        await Database.Ask(portal.Database.Platform, $"update fiscal.filing_attempts set gate = 'smartbill:FCT' where tenant_id = '{company.Id.Value}' returning 1", Ct);

        var next = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        var ours = (await portal.Ask(company.Viewer, new GetInvoice(first))).Document.Number;
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(next)), f => f?.Ahead == new FilingAhead(first, ours, AheadBecause.MakingUnsure));

        await portal.Send(company.Owner, new SettleFiling(first, "0001"));
        Assert.Equal("FCT 0002", (await Numbered(company, next)).LegalNumber);
    }

    [Fact]
    public async Task Who_waits_for_an_invoice_that_waits_itself_is_told_of_it()
    {
        var company = await Filing("by-queue");
        await portal.Practice.NoFaults();
        await portal.Practice.Post("faults", new { target = "smartbill", kind = "refused_200", path = "/SBORO/api/series" });
        var first = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(first)), f => f is { Waiting: not null, Ahead: null });

        var next = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(next)), f => f?.Ahead is { Because: AheadBecause.WaitsItself } ahead && ahead.Invoice == first);

        await portal.Practice.NoFaults();
        await portal.Send(company.Machine, new ResumeFilings());
        Assert.Equal(("FCT 0001", "FCT 0002"), ((await Numbered(company, first)).LegalNumber, (await Numbered(company, next)).LegalNumber));
    }
}
