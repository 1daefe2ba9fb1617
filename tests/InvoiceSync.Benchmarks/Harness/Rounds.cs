namespace InvoiceSync.Benchmarks.Harness;

/// <summary>Medians over rounds, and rows made of them.</summary>
static class Rounds
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static Row Row(string name, string size, string unit, IReadOnlyList<Sample> ours, Func<Sample, double> value, IReadOnlyList<double>? limits = null)
    {
        var values = ours.Select(value).ToArray();
        var ratios = limits is null ? null : values.Zip(limits, (mine, limit) => mine / limit).ToArray();
        var told = ratios ?? values;
        return new(name, size, values.Median(), unit)
        {
            Limit = limits?.Median(),
            Ratio = ratios?.Median(),
            Spread = ratios is null ? $"{told.Min():N0}–{told.Max():N0}" : $"{told.Min():N2}–{told.Max():N2}",
            Cpu = ours.Select(s => s.CpuEach).Median(),
            Allocated = ours.Select(s => s.AllocatedEach).Median(),
            Strangers = ours.Select(s => s.StrangersCpu).Median(),
        };
    }
}
