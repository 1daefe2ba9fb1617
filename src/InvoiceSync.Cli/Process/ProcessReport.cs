using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace InvoiceSync.Cli.Process;

/// <summary>What came of a run, for people in a line and for programs in a file.</summary>
sealed record ProcessReport(ProcessOptions Asked, DateTimeOffset Begun, DateTimeOffset Ended, bool ReadInTime, IReadOnlyList<Sale> Sales)
{
    const int MostNamed = 20;

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public bool IsFine => ReadInTime && !Sales.Any(s => s.NeedsPerson) && (Asked.DryRun || !Asked.Wait || !Sales.Any(s => s.IsOnItsWay));

    public string Summary()
    {
        var parts = new List<string>();
        Count(parts, Sales.Count(s => s.State == Sale.Accepted), "accepted");
        Count(parts, Sales.Count(s => s.WouldFile), "would be filed");
        Count(parts, Sales.Count(s => s.IsOnItsWay && !s.WouldFile && s.Problem is null), "on the way");
        Count(parts, Sales.Count(s => s.State == "refused"), "refused");
        Count(parts, Sales.Count(s => s.State == "kept"), "not filed, as chosen");
        Count(parts, Sales.Count(s => s.State == "parked" && s.Problem is null), Asked.DryRun ? "would wait for a person" : "waiting for a person");
        Count(parts, Sales.Count(s => s.Problem is not null), "not taken");
        var range = string.Create(CultureInfo.InvariantCulture, $"{Asked.From:yyyy-MM-dd} to {Asked.To:yyyy-MM-dd}");
        var took = string.Create(CultureInfo.InvariantCulture, $"{(Ended - Begun).TotalSeconds:0.0} s");
        return $"{(Asked.DryRun ? "Dry run. " : "")}{Sales.Count} sales from {range}: {(parts.Count == 0 ? "nothing to file" : string.Join(", ", parts))}. {took}{(ReadInTime ? "" : ". Reading from Stripe was not finished in time")}";
    }

    /// <summary>The first sales that need a person, a line each.</summary>
    public IEnumerable<string> ForPerson()
    {
        var ill = Sales.Where(s => s.NeedsPerson).ToList();
        foreach (var sale in ill.Take(MostNamed))
            yield return string.Create(CultureInfo.InvariantCulture, $"{sale.State}: {sale.Number ?? sale.Id}, {sale.CustomerName}, {sale.AmountTotal} {sale.Currency}. {sale.Problem ?? sale.Reason ?? "The portal tells the problems and their cures."}");
        if (ill.Count > MostNamed) yield return $"… and {ill.Count - MostNamed} more.";
    }

    public string AsJson() => JsonSerializer.Serialize(Document(), Json);

    /// <summary>Written beside and moved into place: a reader never finds half a report.</summary>
    public async Task Write(string file, CancellationToken ct)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(draft, AsJson(), ct);
        File.Move(draft, file, overwrite: true);
    }

    object Document() => new
    {
        Provider = "anaf",
        Asked.Type,
        StartDate = Asked.From,
        EndDate = Asked.To,
        Asked.DryRun,
        StartedAt = Begun,
        FinishedAt = Ended,
        ReadInTime,
        Totals = new { Sales = Sales.Count, ByState = Sales.GroupBy(s => s.State).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()), NeedPerson = Sales.Count(s => s.NeedsPerson) },
        Sales,
    };

    static void Count(List<string> parts, int count, string what)
    {
        if (count > 0) parts.Add($"{count} {what}");
    }
}
