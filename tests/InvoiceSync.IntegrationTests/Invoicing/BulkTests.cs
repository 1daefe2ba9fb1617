using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Many invoices at once: what was foreseen is what is done, once, in the name of who planned it.</summary>
public sealed class BulkTests(Staff staff) : IClassFixture<Staff>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Caller Owner => staff.Company.Owner;

    [Fact]
    public async Task Drafts_are_issued_exactly_as_the_plan_said_and_what_changed_since_is_left_out()
    {
        var (good, changed, bad) = (await Draft(Drafts.Good), await Draft(Drafts.Good), await Draft(Drafts.Good with { Buyer = new() }));
        var plan = await staff.Portal.Send(Owner, new PlanBulk("issue", [good, changed, bad, good, new(Guid.Empty)]));
        var foreseen = await Seen(plan);
        Assert.Equal([BulkRowState.Will, BulkRowState.Will, BulkRowState.WillNot, BulkRowState.WillNot], foreseen.Rows.Select(r => r.State));
        Assert.Equal(["draft.buyer_missing", "draft.not_found"], foreseen.Rows.Skip(2).Select(r => r.Why));
        Assert.Equal(good, (await staff.Portal.Ask(Owner, new GetDraft(good))).Id); // nothing is done yet
        await staff.Portal.Send(Owner, new SaveDraft(changed, Drafts.Good with { Notes = ["other"] }, 1));

        await staff.Portal.Send(Owner, new StartBulk(plan));
        await staff.Portal.Send(Owner, new StartBulk(plan));
        var done = await Eventually.Seen(() => Seen(plan), r => r.IsFinished);
        Assert.Equal([BulkRowState.Done, BulkRowState.Failed, BulkRowState.WillNot, BulkRowState.WillNot], done.Rows.Select(r => r.State));
        Assert.Equal("draft.changed", done.Rows[1].Why);
        Assert.Equal(plan, (await staff.Portal.Ask(Owner, new GetBulk()))!.Id);

        // A node that died half way: its work comes again, and finds the one it had done.
        await staff.Portal.Send(staff.Company.Machine, new RunBulk(plan));
        Assert.Equal(good, (await staff.Portal.Ask(Owner, new GetInvoice(good))).Id);
        Assert.Empty((await staff.Portal.Ask(staff.Company.Machine, new GetBulkWork(plan))).Rows);
        await staff.Portal.Send(staff.Company.Machine, new NoteBulkRow(plan, 0, DraftErrors.Changed)); // told late
        Assert.Equal(BulkRowState.Done, (await Seen(plan)).Rows[0].State);
    }

    [Fact]
    public async Task Who_lost_the_right_meanwhile_does_nothing_more()
    {
        var people = new People(staff.Portal, staff.Company);
        var person = await people.Join("bulk-leaver", Roles.Manager);
        var (leaver, draft) = (await people.As(person), await Draft(Drafts.Good));
        var plan = await staff.Portal.Send(leaver, new PlanBulk("issue", [draft]));
        await staff.Portal.Send(Owner, new ChangeRoles(person, [Roles.Viewer], null));
        await staff.Portal.Send(leaver, new StartBulk(plan));
        var done = await Eventually.Seen(async () => (await staff.Portal.Ask(staff.Company.Machine, new GetBulk(plan)))!, r => r.IsFinished);
        Assert.Equal(("permission.missing", BulkRowState.Failed), (done.Rows[0].Why, done.Rows[0].State));
        Assert.Equal(draft, (await staff.Portal.Ask(Owner, new GetDraft(draft))).Id);
    }

    [Fact]
    public async Task Refused_invoices_are_filed_again_once_and_invoices_change_hands_where_one_may()
    {
        var (member, manager) = (await staff.As(Roles.TeamMember), await staff.As(Roles.Manager));
        var (good, bad) = (await Issued(Drafts.Good), await Issued(Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "RO40999992" } }));
        await Eventually.Seen(() => staff.Portal.Ask(Owner, new GetFiling(bad)), f => f is { State: FilingState.Refused });
        await Eventually.Seen(() => staff.Portal.Ask(Owner, new GetFiling(good)), f => f is { State: FilingState.Accepted });
        var again = await staff.Portal.Send(Owner, new PlanBulk("file-again", [good, bad]));
        Assert.Equal([BulkRowState.WillNot, BulkRowState.Will], (await Seen(again)).Rows.Select(r => r.State));
        await staff.Portal.Send(Owner, new StartBulk(again));
        Assert.Equal(BulkRowState.Done, (await Eventually.Seen(() => Seen(again), r => r.IsFinished)).Rows[1].State);
        await Eventually.Seen(() => staff.Portal.Ask(Owner, new GetFiling(bad)), f => f is { State: FilingState.Refused, Attempts.Count: 2 });

        var given = await staff.Portal.Send(Owner, new PlanBulk("assign", [good], member.Actor));
        await staff.Portal.Send(Owner, new StartBulk(given));
        await Eventually.Seen(() => Seen(given), r => r.IsFinished);
        Assert.Contains((await staff.Portal.Ask(member, new ListOwnInvoices())).Rows, r => r.Id == good);
        var refused = await staff.Portal.Send(manager, new PlanBulk("assign", [good], member.Actor));
        Assert.Equal("permission.missing", (await staff.Portal.Ask(manager, new GetBulk(refused)))!.Rows[0].Why);
        Assert.Equal("permission.missing", await Refusal(manager, new AssignInvoice(good, member.Actor)));
    }

    [Fact]
    public async Task A_plan_is_its_persons_own_and_asks_for_what_there_is()
    {
        var (viewer, manager) = (await staff.As(Roles.Viewer), await staff.As(Roles.Manager));
        var draft = await Draft(Drafts.Good);
        var plan = await staff.Portal.Send(Owner, new PlanBulk("issue", [draft]));
        Assert.Equal("bulk.not_found", (await staff.Portal.As(manager, d => d.Ask(new GetBulk(plan), Ct))).Error!.Code);
        Assert.Equal("bulk.not_found", await Refusal(manager, new StartBulk(plan)));
        Assert.Equal("permission.missing", await Refusal(viewer, new PlanBulk("issue", [draft])));
        Assert.Equal("permission.missing", await Refusal(Owner, new RunBulk(plan)));
        Assert.Equal("bulk.act_unknown", await Refusal(Owner, new PlanBulk("burn", [draft])));
        Assert.Equal("bulk.nothing_chosen", await Refusal(Owner, new PlanBulk("issue", [])));
        Assert.Equal("bulk.nobody_chosen", await Refusal(Owner, new PlanBulk("assign", [draft])));
        Assert.Equal("bulk.persons_only", await Refusal(staff.Company.Machine, new KeepBulkPlan("issue", null, [])));
    }

    [Fact]
    public async Task A_filter_put_by_is_ones_own_replaced_by_its_name_and_one_is_the_first()
    {
        var (me, other) = (await staff.As(Roles.Viewer), await staff.As(Roles.Manager));
        var first = await staff.Portal.Send(me, new SaveFilter("Refused", "filing=Refused", IsDefault: true));
        await staff.Portal.Send(me, new SaveFilter("Large", "min=1000", IsDefault: true));
        Assert.Equal(first, await staff.Portal.Send(me, new SaveFilter(" Refused ", "filing=Refused&min=1")));
        Assert.Equal([("Large", "min=1000", true), ("Refused", "filing=Refused&min=1", false)], (await staff.Portal.Ask(me, new ListFilters())).Select(f => (f.Name, f.Query, f.IsDefault)));
        Assert.Empty(await staff.Portal.Ask(other, new ListFilters()));
        Assert.Equal("filter.not_found", await Refusal(other, new DeleteFilter(first)));
        Assert.Equal("filter.unnamed", await Refusal(me, new SaveFilter(" ", "")));
        await staff.Portal.Send(me, new DeleteFilter(first));
        Assert.Single(await staff.Portal.Ask(me, new ListFilters()));
    }

    Task<InvoiceId> Draft(DraftContent content) => staff.Portal.Send(Owner, new CreateDraft(content));

    async Task<InvoiceId> Issued(DraftContent content) => await staff.Portal.Send(Owner, new IssueDraft(await Draft(content)));

    async Task<GetBulk.View> Seen(BulkRunId run) => (await staff.Portal.Ask(Owner, new GetBulk(run)))!;

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await staff.Portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
