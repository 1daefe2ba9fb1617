namespace InvoiceSync.Tests.Architecture;

/// <summary>Rules one can read off the source text; each is shown to fire on a planted sample.</summary>
public sealed class SourceRulesTests
{
    static readonly string[] Code = [".cs", ".razor"];

    public static TheoryData<string> Rules => [.. SourceRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_source_file_contains(string rule)
    {
        var checker = Named(rule);
        Verdict.NoneOf(Repository.Files(Code).SelectMany(path => checker.Violations(path, Repository.Read(path))));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_fires_on_a_planted_sample_and_on_that_alone(string rule)
    {
        var checker = Named(rule);
        Assert.NotEmpty(checker.Violations("src/Planted.cs", checker.Caught));
        Assert.Empty(checker.Violations("src/Planted.cs", checker.LeftAlone));
    }

    [Fact]
    public void Catching_everything_is_for_the_kernel_and_the_host()
    {
        var rule = Named("catching everything");
        Assert.Empty(rule.Violations("src/InvoiceSync/Kernel/Planted.cs", rule.Caught));
        Assert.Empty(rule.Violations("src/InvoiceSync.Web/Hosting/Planted.cs", rule.Caught));
        Assert.NotEmpty(rule.Violations("src/InvoiceSync/Fiscal/Planted.cs", rule.Caught));
    }

    [Fact]
    public void No_source_file_is_longer_than_one_can_hold_in_mind() =>
        Verdict.NoneOf(Repository.Files(Code).Where(path => TooLong(Repository.Read(path))));

    [Fact]
    public void A_file_of_301_lines_is_too_long()
    {
        Assert.False(TooLong(string.Concat(Enumerable.Repeat("line\n", SourceRules.LongestFile))));
        Assert.True(TooLong(string.Concat(Enumerable.Repeat("line\n", SourceRules.LongestFile + 1))));
    }

    [Fact]
    public void Scripts_and_pages_name_no_path_of_one_machine()
    {
        var checker = Named("a path of one machine");
        string[] texts = [".md", ".sh", ".json", ".props", ".targets", ".csproj", ".sln", ".css", ".js", "eng/run", "eng/test", "eng/bench", "eng/migrations", "ci/run"];
        Verdict.NoneOf(Repository.Files(texts).SelectMany(path => checker.Violations(path, Repository.Read(path))));
    }

    [Fact]
    public void The_rules_see_the_repository()
    {
        Assert.Contains("tests/InvoiceSync.Tests/Architecture/SourceRulesTests.cs", Repository.Files(Code));
        Assert.Contains("src/InvoiceSync.Web/Program.cs", Repository.Files(Code));
    }

    static bool TooLong(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1 > SourceRules.LongestFile;

    static SourceRule Named(string rule) => SourceRules.All.Single(candidate => candidate.Name == rule);
}
