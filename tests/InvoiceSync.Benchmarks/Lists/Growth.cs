using System.Globalization;
using InvoiceSync.Benchmarks.Harness;

namespace InvoiceSync.Benchmarks.Lists;

/// <summary>How the p99 of the same page grows from the smallest table on: how many times, and as which power of the rows (0 is flat, 1 is a scan).</summary>
sealed class Growth
{
    readonly Dictionary<string, (int Rows, double P99)> smallest = [];

    public Row Told(Row row, int rows)
    {
        var p99 = row.P99!.Value;
        if (!smallest.TryGetValue(row.Name, out var least))
        {
            smallest.Add(row.Name, (rows, p99));
            return row;
        }

        var times = p99 / least.P99;
        var power = Math.Log(times) / Math.Log((double)rows / least.Rows);
        return row with { Note = string.Create(CultureInfo.InvariantCulture, $"{times:N2} times that of {least.Rows:N0} rows, rows to the power {power:N2}. {row.Note}") };
    }
}
