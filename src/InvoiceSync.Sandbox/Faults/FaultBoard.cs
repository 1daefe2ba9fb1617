namespace InvoiceSync.Sandbox.Faults;

/// <summary>The dials that are on. Held in memory: a restarted world starts healthy.</summary>
sealed class FaultBoard(TimeProvider clock)
{
    readonly Lock gate = new();
    readonly List<Live> dials = [];

    public void Add(FaultDial dial)
    {
        DateTimeOffset? until = dial.Seconds is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : null;
        lock (gate) dials.Add(new Live(dial, until));
    }

    public void Clear()
    {
        lock (gate) dials.Clear();
    }

    public IReadOnlyList<(FaultDial Dial, int Hits)> Show()
    {
        lock (gate) return [.. dials.Select(live => (live.Dial, live.Hits))];
    }

    /// <summary>Rolls every dial that covers the address and returns those that struck.</summary>
    public IReadOnlyList<FaultDial> Roll(string target, string path)
    {
        var now = clock.GetUtcNow();
        lock (gate) return [.. dials.Where(live => live.Strikes(target, path, now)).Select(live => live.Dial)];
    }

    sealed class Live(FaultDial dial, DateTimeOffset? until)
    {
        readonly Random dice = new(dial.Seed);

        public FaultDial Dial => dial;

        public int Hits { get; private set; }

        public bool Strikes(string target, string path, DateTimeOffset now)
        {
            if (dial.Target != target || !path.StartsWith(dial.Path, StringComparison.OrdinalIgnoreCase)) return false;
            if (Hits >= dial.Count || now >= until) return false;
            if (dice.NextDouble() >= dial.Probability) return false;
            Hits++;
            return true;
        }
    }
}
