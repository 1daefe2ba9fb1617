using InvoiceSync.Kernel;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class GathererTests
{
    [Fact]
    public async Task A_storm_of_notices_is_told_once_with_every_id()
    {
        var told = new TaskCompletionSource<IReadOnlySet<Guid>>();
        var gatherer = new Gatherer(TimeSpan.FromMilliseconds(20), TimeProvider.System, ids => { told.SetResult(ids); return Task.CompletedTask; }, CancellationToken.None);
        Guid[] ids = [.. Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7())];
        foreach (var id in ids.Concat(ids)) gatherer.Hear(new Notice(default, "sale", id));
        Assert.Equal(ids.ToHashSet(), await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_heard_after_the_telling_is_told_next()
    {
        var told = System.Threading.Channels.Channel.CreateUnbounded<IReadOnlySet<Guid>>();
        var gatherer = new Gatherer(TimeSpan.FromMilliseconds(1), TimeProvider.System, async ids => await told.Writer.WriteAsync(ids), CancellationToken.None);
        for (var round = 0; round < 3; round++)
        {
            var id = Guid.CreateVersion7();
            gatherer.Hear(new Notice(default, "sale", id));
            Assert.Equal([id], await told.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }
    }
}
