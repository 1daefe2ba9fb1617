using InvoiceSync.Kernel;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class AnswersInFlightTests
{
    static readonly Caller Ana = Caller.System(new TenantId(Guid.CreateVersion7()), "ana");

    readonly Clock clock = new();
    readonly Notices notices = new();
    readonly AnswersInFlight inFlight;

    public AnswersInFlightTests()
    {
        inFlight = new AnswersInFlight(notices, clock);
        inFlight.Put("key", Ana, new() { ["question"] = "answer" });
    }

    [Fact]
    public void The_same_caller_gets_them_once()
    {
        Assert.Equal("answer", inFlight.Take("key", Ana)!["question"]);
        Assert.Null(inFlight.Take("key", Ana));
        Assert.Empty(notices.Ears);
    }

    [Fact]
    public void Another_person_gets_nothing() => Assert.Null(inFlight.Take("key", Ana with { Actor = "eve" }));

    [Fact]
    public void The_same_person_in_another_company_gets_nothing() =>
        Assert.Null(inFlight.Take("key", Ana with { TenantOrNone = new TenantId(Guid.CreateVersion7()) }));

    [Fact]
    public void A_change_heard_meanwhile_makes_them_worthless()
    {
        foreach (var heard in notices.Ears.ToList()) heard(new Notice(Ana.Tenant, "sale", Guid.CreateVersion7()));
        Assert.Null(inFlight.Take("key", Ana));
    }

    [Fact]
    public void After_half_a_minute_they_are_gone()
    {
        clock.Now += TimeSpan.FromSeconds(31);
        Assert.Null(inFlight.Take("key", Ana));
    }

    [Fact]
    public void Those_nobody_came_for_are_swept_with_the_next()
    {
        clock.Now += TimeSpan.FromSeconds(31);
        inFlight.Put("next", Ana, []);
        Assert.Single(notices.Ears);
    }

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    sealed class Notices : INotices
    {
        public List<Action<Notice>> Ears { get; } = [];

        public IDisposable Listen(TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard)
        {
            Ears.Add(heard);
            return new Ear(() => Ears.Remove(heard));
        }
    }

    sealed class Ear(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
