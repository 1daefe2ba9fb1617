using System.Text.RegularExpressions;

namespace InvoiceSync.Tests.Architecture;

/// <summary>A pattern that must not occur, with one sample it has to catch and one it has to leave alone.</summary>
sealed record SourceRule(string Name, Regex Banned, string Caught, string LeftAlone)
{
    /// <summary>Look at comments and the text of strings too, not at code alone.</summary>
    public bool ReadsWords { get; init; }

    public Func<string, bool> AppliesTo { get; init; } = _ => true;

    public IEnumerable<string> Violations(string path, string text)
    {
        if (!AppliesTo(path)) yield break;
        var looked = ReadsWords || !path.EndsWith(".cs", StringComparison.Ordinal) ? text : CSharpCode.Only(text);
        foreach (Match match in Banned.Matches(looked))
            yield return $"{path}:{looked.AsSpan(0, match.Index).Count('\n') + 1} {Name}: {match.Value.Trim()}";
    }

    public override string ToString() => Name;
}
