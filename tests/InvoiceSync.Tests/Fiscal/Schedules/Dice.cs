namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>All chance of one schedule: the same seed is the same schedule, to the last step.</summary>
sealed class Dice(int seed)
{
    readonly Random random = new(seed);

    public bool Roll(double chance) => random.NextDouble() < chance;

    public int Of(int count) => random.Next(count);
}
