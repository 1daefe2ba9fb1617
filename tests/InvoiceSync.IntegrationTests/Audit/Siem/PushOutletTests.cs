using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>What holds for each of the three systems: all of the log, in its order, whatever happens on the way.</summary>
public abstract class PushOutletTests<T>(TestCluster cluster, OutletKind kind) where T : SiemReceiver, new()
{
    private protected Task<SiemScene<T>> Open(Func<IOutletLine, IOutletLine>? by = null) => SiemScene<T>.Open(cluster, kind, by);

    [Fact]
    public async Task The_log_arrives_whole_in_order_and_in_the_form_of_the_system()
    {
        await using var scene = await Open();
        for (var act = 0; act < 3; act++) await scene.Chain.Act("invoice.viewed");
        (await scene.Push()).OrThrow();
        await scene.AllIsThere();
        var requests = scene.Receiver.Requests;
        (await scene.Push()).OrThrow();
        Assert.Equal(requests, scene.Receiver.Requests);

        await scene.Chain.Act("invoice.downloaded");
        Assert.Equal(1, (await scene.State()).Behind);
        (await scene.Push()).OrThrow();
        await scene.AllIsThere();
        Assert.All(scene.Receiver.Times.Values, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(SiemReceiver.Fault.Busy, "503")]
    [InlineData(SiemReceiver.Fault.AskedForPeace, "429")]
    [InlineData(SiemReceiver.Fault.Silent, "too_slow")]
    [InlineData(SiemReceiver.Fault.WrongToken, "403")]
    [InlineData(SiemReceiver.Fault.TakenAndCutOff, "unreachable")]
    public async Task Nothing_is_lost_when_the_system_fails_and_it_is_left_in_peace_for_a_while(SiemReceiver.Fault fault, string problem)
    {
        await using var scene = await Open();
        await scene.Chain.Act("invoice.viewed");
        scene.Receiver.Faults.Enqueue(fault);
        (await scene.Push()).OrThrow();
        var state = await scene.State();
        Assert.StartsWith(problem, state.Problem, StringComparison.Ordinal);
        Assert.True(state.Behind >= 2 && state.NextTryAt > scene.Clock.GetUtcNow());

        (await scene.Push()).OrThrow(); // not yet
        Assert.Equal(1, scene.Receiver.Requests);
        if (fault == SiemReceiver.Fault.AskedForPeace)
        {
            scene.Clock.Pass(TimeSpan.FromSeconds(110));
            (await scene.Push()).OrThrow();
            Assert.Equal(1, scene.Receiver.Requests);
        }

        (await scene.PushLater()).OrThrow();
        await scene.AllIsThere();
    }

    [Fact]
    public async Task Killed_between_sending_and_noting_it_sends_again_under_the_same_ids()
    {
        var dies = true;
        await using var scene = await Open(line => new DyingLine(line, () => dies));
        for (var act = 0; act < 3; act++) await scene.Chain.Act("invoice.viewed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Push());
        var first = scene.Receiver.Order.ToList();
        Assert.NotEmpty(first);
        Assert.Equal(0, (await scene.State()).SentAt?.Ticks ?? 0);

        dies = false;
        (await scene.Push()).OrThrow();
        await scene.AllIsThere();
        Assert.All(first, id => Assert.Equal(2, scene.Receiver.Times[id]));
    }

    [Fact]
    public async Task An_entry_the_system_never_takes_is_parked_and_holds_up_nothing()
    {
        await using var scene = await Open();
        for (var act = 0; act < 5; act++) await scene.Chain.Act("invoice.viewed");
        await scene.Chain.Act("invoice.viewed", resource: SiemReceiver.Poison);
        for (var act = 0; act < 5; act++) await scene.Chain.Act("invoice.viewed");
        (await scene.Push()).OrThrow();
        var parked = Assert.Single((await scene.State()).Parked);
        Assert.Contains("400", parked.Reason, StringComparison.Ordinal);
        await scene.AllIsThere(parked.Entry.ToString());

        (await scene.Chain.Send(SiemScene<T>.Owner, new ResendParked(scene.Outlet))).OrThrow();
        (await scene.Push()).OrThrow();
        Assert.Equal(parked.Entry, Assert.Single((await scene.State()).Parked).Entry);
        await scene.AllIsThere(parked.Entry.ToString());
    }

    [Fact]
    public async Task Whose_key_is_destroyed_is_sent_as_erased()
    {
        await using var scene = await Open();
        await scene.Chain.Act("invoice.viewed");
        (await scene.Chain.Send(SiemScene<T>.Owner, new ErasePerson("usr_ana"))).OrThrow();
        (await scene.Push()).OrThrow();
        var viewed = Assert.Single(scene.Receiver.Documents.Values, d => d.GetProperty("event_type").GetString() == "invoice.viewed");
        Assert.Equal(("[erased]", "[erased]"), (viewed.GetProperty("actor_name").GetString(), viewed.GetProperty("ip_address").GetString()));
        var other = scene.Receiver.Documents.Values.First(d => d.GetProperty("actor_id").GetString() == "usr_owner");
        Assert.Equal("owner", other.GetProperty("actor_name").GetString());
    }

    sealed class DyingLine(IOutletLine line, Func<bool> dies) : IOutletLine
    {
        public bool MayCall(Uri address) => line.MayCall(address);

        public async Task<OutletAnswer> Send(OutletTarget target, IReadOnlyList<OutletEntry> entries, CancellationToken ct)
        {
            var answer = await line.Send(target, entries, ct);
            return dies() ? throw new InvalidOperationException("killed") : answer;
        }
    }
}
