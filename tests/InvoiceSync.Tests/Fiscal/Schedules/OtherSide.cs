using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>
/// An authority that keeps whatever it is sent, twice if sent twice, as ANAF has been seen to do: only we stand between a sale
/// and a second filing. Its clock is the true one; ours jumps. Lines break before and after the work, and late work ends after the line broke.
/// </summary>
abstract class OtherSide(Dice dice, Func<DateTimeOffset> trueTime)
{
    readonly List<(DateTimeOffset At, Action Work)> late = [];

    protected DateTimeOffset Now => trueTime();

    /// <summary>How often each sale was taken in.</summary>
    public abstract IEnumerable<(string Number, int Times)> Held { get; }

    /// <summary>Work that goes on although nobody waits for it.</summary>
    public void GoOn()
    {
        foreach (var due in late.Where(l => l.At <= Now).ToList())
        {
            late.Remove(due);
            due.Work();
        }
    }

    protected SubmitAnswer Take(Func<SubmitAnswer> work)
    {
        GoOn();
        if (dice.Roll(0.08)) return new SubmitAnswer.NotSent("no route");
        if (dice.Roll(0.08)) return new SubmitAnswer.InDoubt("cut before");
        if (dice.Roll(0.05)) return new SubmitAnswer.Limited(TimeSpan.FromSeconds(1));
        if (dice.Roll(0.08))
        {
            // Cut while it worked: it ends within the minute, whoever still listens.
            late.Add((Now.AddSeconds(dice.Of(60)), () => work()));
            return new SubmitAnswer.InDoubt("time-out");
        }

        var answer = work();
        return dice.Roll(0.15) ? new SubmitAnswer.InDoubt("time-out after success") : answer;
    }

    protected bool IsAway()
    {
        GoOn();
        return dice.Roll(0.1);
    }
}
