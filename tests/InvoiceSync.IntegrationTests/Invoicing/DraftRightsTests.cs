using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>The rows of the role matrix that are about drafts: who writes, edits, deletes and issues whose.</summary>
public sealed class DraftRightsTests(Staff staff) : IClassFixture<Staff>
{
    const string Done = "";

    [Theory]
    [InlineData(Roles.Owner, Done, Done, Done)]
    [InlineData(Roles.Admin, Done, Done, Done)]
    [InlineData(Roles.Accountant, "permission.missing", "permission.missing", "permission.missing")]
    [InlineData(Roles.Manager, Done, "permission.missing", Done)]
    [InlineData(Roles.TeamMember, Done, "permission.missing", "permission.missing")]
    [InlineData(Roles.Viewer, "permission.missing", "permission.missing", "permission.missing")]
    public async Task Each_role_writes_deletes_and_issues_what_the_matrix_says(string role, string create, string delete, string issue)
    {
        var who = await staff.As(role);
        var made = await Try(who, new CreateDraft(Drafts.Good));
        Assert.Equal(create, made.Error?.Code ?? Done);
        var draft = made.IsOk ? made.OrThrow() : await staff.Portal.Send(staff.Company.Owner, new CreateDraft(Drafts.Good));
        Assert.Equal(delete, (await Try(who, new DeleteDraft(draft))).Error?.Code ?? Done);
        if (delete == Done) draft = await staff.Portal.Send(who, new CreateDraft(Drafts.Good));
        Assert.Equal(issue, (await Try(who, new IssueDraft(draft))).Error?.Code ?? Done);
    }

    [Fact]
    public async Task A_manager_issues_a_team_members_draft_but_does_not_write_in_it()
    {
        var (member, manager) = (await staff.As(Roles.TeamMember), await staff.As(Roles.Manager));
        var draft = await staff.Portal.Send(member, new CreateDraft(Drafts.Good));
        Assert.False((await staff.Portal.Ask(manager, new GetDraft(draft))).MayEdit);
        Assert.Equal("permission.missing", (await Try(manager, new SaveDraft(draft, Drafts.Good, 1))).Error!.Code);
        Assert.Equal(draft, await staff.Portal.Send(manager, new IssueDraft(draft)));
        Assert.Equal(draft, (await staff.Portal.Ask(member, new GetInvoice(draft))).Id);
    }

    [Fact]
    public async Task A_team_member_sees_no_draft_but_their_own()
    {
        var (member, owner) = (await staff.As(Roles.TeamMember), staff.Company.Owner);
        var theirs = await staff.Portal.Send(owner, new CreateDraft(Drafts.Good));
        var own = await staff.Portal.Send(member, new CreateDraft(Drafts.Good));
        var seen = (await staff.Portal.Ask(member, new ListDrafts(Take: 500))).Rows.Select(r => r.Id).ToList();
        Assert.Contains(own, seen);
        Assert.DoesNotContain(theirs, seen);
        Assert.Equal("draft.not_found", (await staff.Portal.As(member, d => d.Ask(new GetDraft(theirs), TestContext.Current.CancellationToken))).Error!.Code);
        Assert.Equal("draft.not_found", (await Try(member, new SaveDraft(theirs, Drafts.Good, 1))).Error!.Code);
    }

    [Fact]
    public async Task How_far_the_filing_of_somebody_elses_invoice_is_a_team_member_is_not_told()
    {
        var (member, owner) = (await staff.As(Roles.TeamMember), staff.Company.Owner);
        var draft = await staff.Portal.Send(owner, new CreateDraft(Drafts.Good));
        await staff.Portal.Send(owner, new IssueDraft(draft));
        await Eventually.Seen(() => staff.Portal.Ask(owner, new ListOwnInvoices()), page => page.Rows.Any(r => r.Id == draft && r.Filing == InvoiceFiling.Accepted));
        Assert.DoesNotContain((await staff.Portal.Ask(member, new ListOwnInvoices())).Rows, r => r.Id == draft);
    }

    [Fact]
    public async Task Another_company_finds_nothing()
    {
        var other = await Company.Create(staff.Portal, "draft-other", hooked: false);
        var draft = await staff.Portal.Send(staff.Company.Owner, new CreateDraft(Drafts.Good));
        Assert.Equal("draft.not_found", (await Try(other.Owner, new SaveDraft(draft, Drafts.Good, 1))).Error!.Code);
        Assert.Equal("draft.not_found", (await Try(other.Owner, new IssueDraft(draft))).Error!.Code);
        Assert.Equal("draft.not_found", (await Try(other.Owner, new DeleteDraft(draft))).Error!.Code);
        Assert.Equal(1, (await staff.Portal.Ask(staff.Company.Owner, new GetDraft(draft))).Version);
    }

    Task<Result<T>> Try<T>(Caller caller, ICommand<T> command) => staff.Portal.As(caller, d => d.Send(command, TestContext.Current.CancellationToken));
}
