using InvoiceSync.Fiscal.Model;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>The authority's error texts as problems that can be explained.</summary>
static class Problems
{
    public static IReadOnlyList<StoredProblem> Of(IEnumerable<string> texts) =>
        [.. AnafErrorReader.Read(texts).Select(e => new StoredProblem(e.Rule, null, e.Key, null, e.Original))];
}
