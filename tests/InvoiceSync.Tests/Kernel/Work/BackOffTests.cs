using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel.Work;

public sealed class BackOffTests
{
    static readonly Exception Bug = new InvalidOperationException();

    [Fact]
    public void Each_wait_doubles_to_a_quarter_of_an_hour_and_strays_by_a_quarter_of_itself() =>
        Assert.All(Enumerable.Range(1, 11), attempt =>
        {
            var plain = Math.Min(Math.Pow(2, attempt - 1), 900);
            for (var n = 0; n < 200; n++) Assert.InRange(Wait(attempt, Bug), plain * 0.75, plain * 1.25);
        });

    [Fact]
    public void A_thousand_failures_do_not_come_back_together()
    {
        var waits = Enumerable.Range(0, 1000).Select(_ => Wait(8, Bug)).ToList();
        Assert.True(waits.Distinct().Count() > 900);
        Assert.True(waits.Max() - waits.Min() > 128 * 0.4);
    }

    [Fact]
    public void The_twelfth_failure_is_the_last()
    {
        Assert.NotNull(BackOff.After(11, Bug, Some.Noon));
        Assert.Null(BackOff.After(12, Bug, Some.Noon));
        Assert.Null(BackOff.After(12, new RuleBrokenException(Error.Refused("a.b", "No.")), Some.Noon));
    }

    [Theory]
    [InlineData(ErrorKind.Unavailable)]
    [InlineData(ErrorKind.Conflict)]
    public void What_passes_by_itself_is_tried_for_ever(ErrorKind kind)
    {
        var away = new RuleBrokenException(new Error("a.b", "Away.", kind));
        Assert.InRange(Wait(12, away), 675, 1125);
        Assert.InRange(Wait(int.MaxValue, away), 675, 1125);
    }

    static double Wait(int attempt, Exception failure) => (BackOff.After(attempt, failure, Some.Noon)!.Value - Some.Noon).TotalSeconds;
}
