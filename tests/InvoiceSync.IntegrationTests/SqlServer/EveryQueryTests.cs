namespace InvoiceSync.IntegrationTests.SqlServer;

[Collection<Afterwards>]
public sealed class EveryQueryTests
{
    [Fact]
    public void Every_query_the_suite_ran_is_translated_by_SQL_Server_too()
    {
        var recorded = TranslationRecorder.Shared.Queries;
        Assert.SkipWhen(recorded.Count == 0, "No test before this one asked the product's database anything: run the whole suite.");

        var translator = new SqlServerTranslator();
        var foreign = (from query in recorded
                       let problem = translator.Translate(query.Value).Problem
                       where problem is not null
                       select $"{query.Key}\n  → {problem}").ToList();
        Assert.True(foreign.Count == 0, string.Join("\n\n", foreign));
        TestContext.Current.TestOutputHelper?.WriteLine($"{recorded.Count} queries translated");
    }
}
