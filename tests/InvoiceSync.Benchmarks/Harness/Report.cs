using System.Globalization;
using System.Text.Json;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>The table for people and the JSON beside it.</summary>
sealed class Report(BenchOptions options)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    readonly List<Row> rows = [];

    public void Add(Row row)
    {
        rows.Add(row);
        Console.Error.WriteLine($">> {row.Name} {row.Size}: {row.Ours:N0} {row.Unit}{(row.Ratio is { } r ? $", {r:N2} of {row.Limit:N0}" : "")}{(row.P99 is { } p99 ? $", p99 {p99:N0}" : "")} {row.Note}");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("name | size | ours | limit/peer | ratio | spread | CPU µs/op | alloc B/op | commands/op | note");
        output.WriteLine("---|---|---:|---:|---:|---|---:|---:|---:|---");
        foreach (var row in rows)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{(row.P99 is { } p99 ? $"p99 {p99:N0} {row.Unit}. " : "")}{row.Note}");
            if (row.IsNoisy) note = string.Create(CultureInfo.InvariantCulture, $"noisy: others took {row.Strangers:N1} cores. {note}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Name} | {row.Size} | {row.Ours:N0} {row.Unit} | {row.Limit:N0} | {row.Ratio:N2} | {row.Spread} | {row.Cpu:N1} | {row.Allocated:N0} | {row.Commands:N2} | {note.Trim()}"));
        }
    }

    public async Task Write()
    {
        var file = new FileInfo(options.Json);
        file.Directory!.Create();
        await using var json = file.Create();
        await JsonSerializer.SerializeAsync(json, new { At = TimeProvider.System.GetUtcNow(), options, Environment.ProcessorCount, rows }, Indented);
        await Console.Error.WriteLineAsync($">> {file.FullName}");
    }
}
