using Bunit;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Invoicing;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class DraftPageTests : IDisposable
{
    static readonly InvoiceId Draft = Some.Id<InvoiceId>(1);

    readonly LivePages pages = new();
    readonly List<ListAttachments.Row> files = [];
    ScheduleId? revises;
    Error? refusal;

    public DraftPageTests()
    {
        pages.Dispatcher.On<GetDraft, GetDraft.View>(_ => new GetDraft.View(Draft, new(), 7, Some.Owner.Actor, null, Some.Noon, Some.Noon, MayEdit: true) { Revises = revises })
            .On<SaveDraft, long>(_ => refusal is { } error ? error : 8L)
            .Tell<PrepareDraft, PrepareDraft.View>(new(null, [], 8, Some.Owner.Actor))
            .Tell<IssueDraft, InvoiceId>(Draft)
            .On<ListAttachments, IReadOnlyList<ListAttachments.Row>>(_ => files)
            .On<DeleteDraft>();
        var parts = pages.Pieces.ComponentFactories;
        parts.AddStub<InvoiceOrigin>().AddStub<DraftBuyerCard>().AddStub<DraftTermsCard>().AddStub<DraftSheet>().AddStub<DraftChargesCard>();
        parts.AddStub<DraftNotesCard>().AddStub<DraftTotalsCard>().AddStub<AttachmentsCard>();
    }

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task What_is_issued_is_the_version_that_was_kept()
    {
        await Press(Draw(), "Issue");
        Assert.Equal((7L, 8L), (Assert.Single(pages.Dispatcher.Sent<SaveDraft>()).Known, Assert.Single(pages.Dispatcher.Sent<IssueDraft>()).Known));
    }

    [Fact]
    public async Task Why_it_was_not_kept_stays_to_be_read_and_nothing_is_issued()
    {
        refusal = Error.Invalid("draft.too_long", "Shorten this.", "notes[0]");
        var page = Draw();
        await Press(page, "Issue");
        Assert.Equal(refusal, Assert.Single(page.FindComponent<DraftFaultList>().Instance.Faults));
        Assert.Empty(pages.Dispatcher.Sent<PrepareDraft>());
        Assert.Empty(pages.Dispatcher.Sent<IssueDraft>());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Only_one_without_anything_in_it_is_thrown_away_unasked(bool withFile, int deleted)
    {
        if (withFile) files.Add(new(Some.Id<AttachmentId>(3), "ore.csv", AttachmentKind.Csv, 11, Some.Noon));
        await Press(Draw(), "Throw away");
        Assert.Equal(deleted, pages.Dispatcher.Sent<DeleteDraft>().Count());
    }

    [Fact]
    public void One_that_changes_a_schedule_is_taken_over_and_not_issued()
    {
        Assert.Contains(Draw().FindComponents<SendButton>(), b => b.Instance.Text == "Issue");
        revises = Some.Id<ScheduleId>(4);
        var page = Draw();
        Assert.Equal(revises, page.FindComponent<ScheduleRevision>().Instance.Schedule);
        Assert.DoesNotContain(page.FindComponents<SendButton>(), b => b.Instance.Text == "Issue");
    }

    IRenderedComponent<DraftPage> Draw() => pages.Draw<DraftPage>(p => p.Add(x => x.Key, Draft.ToString()));

    // A question that waits for its answer is not waited for.
    async Task Press(IRenderedComponent<DraftPage> page, string text)
    {
        var button = page.FindComponents<SendButton>().Single(b => b.Instance.Text == text);
        var pressed = page.InvokeAsync(() => button.Instance.OnClick.InvokeAsync());
        await Task.WhenAny(pressed, Task.Delay(TimeSpan.FromSeconds(1), Xunit.TestContext.Current.CancellationToken));
    }
}
