namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>What goes wrong, and when: dice from a seed, so that a schedule that fails can be played again.</summary>
sealed class Storm
{
    readonly Lock gate = new();
    Random dice = new(0);
    bool blows;

    public void Begin(int seed)
    {
        lock (gate) (dice, blows) = (new Random(seed), true);
    }

    public void End()
    {
        lock (gate) blows = false;
    }

    /// <summary>Never true in calm weather.</summary>
    public bool Strikes(double probability)
    {
        lock (gate) return blows && dice.NextDouble() < probability;
    }

    public int Pick(int count)
    {
        lock (gate) return dice.Next(count);
    }
}
