using Bunit;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class SchedulePageTests : IDisposable
{
    static readonly DateOnly First = new(2026, 12, 1);

    readonly LivePages pages = new();
    ScheduleSetup setup = new("Rent", new(First, 1, ScheduleUnit.Months));
    long version = 7;
    Error? refusal;

    public SchedulePageTests()
    {
        pages.Dispatcher.On<GetSchedule, GetSchedule.View>(asked => new GetSchedule.View(
            new(asked.Schedule, setup, ScheduleState.Active, First, new(), false, Some.Noon, Some.Noon), [First], [], null, MayEdit: true, IsEnded: false, HasBegun: false, version));
        pages.Dispatcher.On<UpdateSchedule, Done>(_ => refusal is { } error ? error : default(Done));
        pages.Pieces.ComponentFactories.AddStub<ScheduleActions>();
    }

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task It_is_saved_over_what_was_shown_and_over_nothing_newer()
    {
        var page = Draw(1);
        page.Find("input[name=Name]").Change("Rent, upstairs");
        (setup, version) = (setup with { Name = "By somebody else" }, 8);
        await pages.Hear("schedule", Some.Id<ScheduleId>(1).Value, () => page.Find("h1").TextContent == "By somebody else");
        refusal = Error.Conflict("aggregate.changed", "Somebody was faster.");
        await page.Find("form").SubmitAsync();
        Assert.Equal((7L, "Rent, upstairs"), Assert.Single(pages.Dispatcher.Sent<UpdateSchedule>()) is var sent ? (sent.Version!.Value, sent.Setup.Name) : default);
        Assert.Equal("Rent, upstairs", Name(page));
    }

    [Fact]
    public async Task Where_nobody_types_the_form_follows_what_others_save_and_an_invoice_made_meanwhile_is_no_other_change()
    {
        var page = Draw(1);
        (setup, version) = (setup with { Name = "By somebody else" }, 8);
        await pages.Hear("schedule", Some.Id<ScheduleId>(1).Value, () => Name(page) == "By somebody else");
        page.Find("input[name=Name]").Change("Mine");
        version = 9;
        await pages.Hear("schedule", Some.Id<ScheduleId>(1).Value, () => pages.Dispatcher.Sent<GetSchedule>().Count() == 3);
        await page.Find("form").SubmitAsync();
        Assert.Equal((9L, "Mine"), Assert.Single(pages.Dispatcher.Sent<UpdateSchedule>()) is var sent ? (sent.Version!.Value, sent.Setup.Name) : default);
    }

    [Fact]
    public void Another_schedule_has_a_form_of_its_own()
    {
        var page = Draw(1);
        page.Find("input[name=Name]").Change("Half typed");
        setup = setup with { Name = "The other" };
        page.Render(p => p.Add(x => x.Key, Some.Id<ScheduleId>(2).ToString()));
        Assert.Equal("The other", Name(page));
    }

    IRenderedComponent<SchedulePage> Draw(byte id) => pages.Draw<SchedulePage>(p => p.Add(x => x.Key, Some.Id<ScheduleId>(id).ToString()));

    static string? Name(IRenderedComponent<SchedulePage> page) => page.Find("input[name=Name]").GetAttribute("value");
}
