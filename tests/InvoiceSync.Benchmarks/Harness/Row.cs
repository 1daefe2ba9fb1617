namespace InvoiceSync.Benchmarks.Harness;

/// <summary>
/// One line of the report. Ours and Limit are medians in the unit; Ratio is the median of the rounds' own ratios, Spread their
/// least and most. Noisy when others took more than a quarter of a core in the median round.
/// </summary>
sealed record Row(string Name, string Size, double Ours, string Unit)
{
    public double? Limit { get; init; }

    public double? Ratio { get; init; }

    public string Spread { get; init; } = "";

    public double? Cpu { get; init; }

    public double? Allocated { get; init; }

    public double? Commands { get; init; }

    /// <summary>What 99 of 100 stayed under, in the unit.</summary>
    public double? P99 { get; init; }

    public double Strangers { get; init; }

    public string Note { get; init; } = "";

    public bool IsNoisy => Strangers > 0.25;
}
