namespace InvoiceSync.Benchmarks.Harness;

enum Size
{
    S,
    M,
    L,
}

/// <summary>--size S|M|L, --only NAME (or its beginning), --rounds N, --json FILE.</summary>
sealed record BenchOptions(Size Size, string? Only, int Rounds, string Json)
{
    public static BenchOptions Read(string[] args)
    {
        var options = new BenchOptions(Size.S, null, 5, "BenchmarkDotNet.Artifacts/bench.json");
        for (var at = 0; at < args.Length; at += 2)
        {
            var value = at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{args[at]} needs a value.");
            options = args[at] switch
            {
                "--size" => options with { Size = Enum.Parse<Size>(value) },
                "--only" => options with { Only = value },
                "--rounds" => options with { Rounds = int.Parse(value, provider: null) },
                "--json" => options with { Json = value },
                var other => throw new ArgumentException($"{other}? Known: --size S|M|L, --only NAME, --rounds N, --json FILE."),
            };
        }

        return options;
    }

    /// <summary>How many rows the tables of lists have, one after the other.</summary>
    public int[] Tables => Size switch { Size.S => [10_000], Size.M => [10_000, 1_000_000], _ => [10_000, 1_000_000, 5_000_000] };

    public int Of(int small, int medium, int large) => Size switch { Size.S => small, Size.M => medium, _ => large };
}
