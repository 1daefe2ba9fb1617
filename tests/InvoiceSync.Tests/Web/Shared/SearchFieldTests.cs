using Bunit;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class SearchFieldTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly PortalPieces pieces = new();
    readonly List<string?> asked = [];

    public void Dispose() => pieces.Dispose();

    [Fact]
    public async Task What_was_typed_while_the_address_answered_stays()
    {
        var field = Draw();
        await Type(field, "an");
        field.Find("input").Input("an x");
        Answer(field, "an");
        Assert.Equal("an x", Typed(field));
    }

    [Fact]
    public async Task A_blank_just_typed_stays_and_asks_nothing_new()
    {
        var field = Draw();
        await Type(field, "ana");
        await field.InvokeAsync(() => field.Find("input").InputAsync("ana "));
        Answer(field, "ana");
        Assert.Equal("ana ", Typed(field));
        Assert.Equal(["ana"], asked);
    }

    [Fact]
    public async Task Answers_that_come_late_and_in_turn_take_nothing_back()
    {
        var field = Draw();
        await Type(field, "a");
        await Type(field, "an");
        Answer(field, "a");
        Answer(field, "an");
        Assert.Equal("an", Typed(field));
    }

    [Fact]
    public async Task An_address_that_came_by_another_way_is_taken()
    {
        var field = Draw();
        Answer(field, "kept");
        Assert.Equal("kept", Typed(field));
        await Type(field, "an");
        Answer(field, "an");
        Answer(field, null);
        Assert.Equal("", Typed(field));
    }

    [Fact]
    public async Task Emptied_it_asks_for_everything()
    {
        var field = Draw();
        Answer(field, "ana");
        await Type(field, "  ");
        Assert.Equal([null], asked);
    }

    IRenderedComponent<SearchField> Draw() => pieces.Render<SearchField>(p => p.Add(f => f.Id, "q").Add(f => f.Asked, text => asked.Add(text)));

    // Until the typing has rested and the question is out.
    async Task Type(IRenderedComponent<SearchField> field, string text) => await field.InvokeAsync(() => field.Find("input").InputAsync(text)).WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);

    static void Answer(IRenderedComponent<SearchField> field, string? said) => field.Render(p => p.Add(f => f.Search, said));

    static string Typed(IRenderedComponent<SearchField> field) => field.Find("input").GetAttribute("value") ?? "";
}
