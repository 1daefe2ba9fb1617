using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel.Data;

public sealed class NoticeBoardTests
{
    static readonly Notice Sale = new(Some.Tenant, "sale", Guid.Parse("01900000-0000-7000-8000-0000000000aa"));
    readonly NoticeBoard board = new();
    readonly List<Notice> heard = [];

    [Fact]
    public void A_screen_hears_the_topics_of_its_tenant_and_no_other()
    {
        using var listening = board.Listen(Some.Tenant, new HashSet<string> { "sale" }, heard.Add);
        board.Tell(Sale);
        board.Tell(Sale with { Topic = "filing" });
        board.Tell(Sale with { Tenant = Some.OtherTenant });
        Assert.Equal([Sale], heard);
    }

    [Fact]
    public void A_closed_screen_hears_nothing_more()
    {
        var listening = board.Listen(Some.Tenant, new HashSet<string> { "sale" }, heard.Add);
        listening.Dispose();
        listening.Dispose();
        board.Tell(Sale);
        Assert.Empty(heard);
    }

    [Fact]
    public void A_screen_may_close_while_it_hears()
    {
        IDisposable? listening = null;
        listening = board.Listen(Some.Tenant, new HashSet<string> { "sale" }, notice =>
        {
            heard.Add(notice);
            listening!.Dispose();
        });
        board.Tell(Sale);
        board.Tell(Sale);
        Assert.Single(heard);
    }

    [Fact]
    public void After_lost_notices_everybody_looks_again()
    {
        var woken = 0;
        using var listening = board.Listen(Some.Tenant, new HashSet<string> { "sale", "filing" }, heard.Add);
        using var other = board.Listen(Some.OtherTenant, new HashSet<string> { "sale" }, heard.Add);
        using var worker = board.OnWork(() => woken++);
        board.LookAgain();
        Assert.Equal(3, heard.Count);
        Assert.All(heard, notice => Assert.Equal(Guid.Empty, notice.Id));
        Assert.Equal(1, woken);
    }

    [Fact]
    public async Task Screens_open_and_close_while_others_are_told()
    {
        var count = 0;
        using var steady = board.Listen(Some.Tenant, new HashSet<string> { "sale" }, _ => Interlocked.Increment(ref count));
        var ct = TestContext.Current.CancellationToken;
        var telling = Task.Run(() => { for (var n = 0; n < 1000; n++) board.Tell(Sale); }, ct);
        for (var n = 0; n < 1000; n++) board.Listen(Some.Tenant, new HashSet<string> { "sale" }, _ => { }).Dispose();
        await telling;
        Assert.Equal(1000, count);
    }
}
