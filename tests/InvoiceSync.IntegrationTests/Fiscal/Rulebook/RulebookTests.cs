using System.Globalization;
using InvoiceSync.Fiscal.Rulebook;

namespace InvoiceSync.IntegrationTests.Fiscal.Rulebook;

/// <summary>
/// Our rules in C# against the official schematron: the same verdict by the same fatal rules on every reference document and on
/// spoiled ones. MUTATIONS=5000 in the environment tries so many; without it a sample.
/// </summary>
public sealed class RulebookTests
{
    const int Sample = 600;

    [Fact]
    public async Task Every_reference_document_has_the_official_verdict_by_the_official_rules() =>
        Assert.Empty(await Differences(OfficialDocuments.All(), Book.Whole));

    [Fact]
    public async Task Spoiled_documents_have_the_official_verdict_by_the_official_rules()
    {
        var mutator = new Mutator(OfficialDocuments.Whole());
        var count = int.TryParse(Environment.GetEnvironmentVariable("MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Sample;
        foreach (var batch in Enumerable.Range(1, count).Chunk(2500))
            Assert.Empty(await Differences(batch.ToDictionary(seed => $"m{seed}", mutator.Make), Book.Whole));
    }

    [Fact]
    public async Task A_rule_left_out_is_missed()
    {
        var documents = OfficialDocuments.All().Where(d => d.Key.StartsWith("local~invalid", StringComparison.Ordinal)).ToDictionary();
        foreach (var rule in (string[])["BR-RO-110", "BR-CO-15", "BR-S-08", "BR-27"])
            Assert.Contains(await Differences(documents, Book.Whole.Without(rule)), difference => difference.EndsWith($"misses {rule}", StringComparison.Ordinal));
    }

    static async Task<IReadOnlyList<string>> Differences(IReadOnlyDictionary<string, byte[]> documents, Book book)
    {
        var verdicts = await SchematronJudge.Verdicts(documents, TestContext.Current.CancellationToken);
        return [.. documents.SelectMany(document => Compare(document.Key, book.Check(SheetReader.Read(document.Value)), verdicts[document.Key]))];
    }

    static IEnumerable<string> Compare(string name, IReadOnlyList<Finding> findings, IReadOnlyList<string>? official)
    {
        var stopped = findings.Where(f => f.Stopped is not null).Select(f => f.Rule.Id).Distinct().ToList();
        if (official is null || stopped.Count > 0)
        {
            if (official is null && stopped.Count == 0) yield return $"{name}: the official check stops, ours goes on";
            if (official is not null) yield return $"{name}: ours stops at {string.Join(' ', stopped)}, the official check goes on";
            yield break;
        }

        var ours = findings.Where(f => f.IsFatal).Select(f => f.Id).ToHashSet();
        foreach (var rule in official.Except(ours)) yield return $"{name}: misses {rule}";
        foreach (var rule in ours.Except(official)) yield return $"{name}: has {rule} too many";
    }
}
