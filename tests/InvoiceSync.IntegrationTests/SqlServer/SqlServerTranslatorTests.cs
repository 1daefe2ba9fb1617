using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.IntegrationTests.SqlServer;

public sealed class SqlServerTranslatorTests : IDisposable
{
    static readonly Func<InvoiceSyncDb, string, IAsyncEnumerable<EventRow>> Compiled =
        EF.CompileAsyncQuery((InvoiceSyncDb db, string name) => db.Set<EventRow>().Where(e => e.Name == name));

    readonly TranslationRecorder recorder = new();
    readonly InvoiceSyncDb postgres;

    public SqlServerTranslatorTests() => postgres = Offline.PostgreSql(recorder, new NoServer());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => postgres.Dispose();

    [Fact]
    public async Task A_list_is_recorded_and_translated()
    {
        string[] names = ["sale.seen", "sale.filed"];
        await postgres.Set<EventRow>().Where(e => names.Contains(e.Name) && e.At < DateTimeOffset.UnixEpoch).OrderByDescending(e => e.At).Take(3).ToListAsync(Ct);
        Assert.Contains("TOP(@", Translated(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scalar_is_recorded_and_translated()
    {
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => postgres.Set<EventRow>().Where(e => e.Actor == "x").FirstAsync(Ct));
        Assert.Contains("SELECT TOP(1)", Translated(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_and_a_delete_in_the_database_are_recorded_and_translated()
    {
        await postgres.Set<WorkItem>().Where(w => w.Attempts > 3).ExecuteUpdateAsync(set => set.SetProperty(w => w.Problem, "late"), Ct);
        await postgres.Set<WorkItem>().Where(w => w.Again).ExecuteDeleteAsync(Ct);
        var translator = new SqlServerTranslator();
        Assert.Collection(
            recorder.Queries.Select(q => translator.Translate(q.Value).Sql!).Order(StringComparer.Ordinal),
            delete => Assert.StartsWith("DELETE", delete, StringComparison.Ordinal),
            update => Assert.StartsWith("UPDATE", update, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compiled_query_is_recorded_and_translated()
    {
        await foreach (var _ in Compiled(postgres, "x")) { }
        Assert.Contains("WHERE", Translated(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_after_a_key_is_said_in_the_other_dialects_words()
    {
        _ = postgres.Dialect.After(postgres.Set<EventRow>(), new PageKey(DateTimeOffset.UnixEpoch, Guid.Empty), e => e.At, e => e.TenantId).ToQueryString();
        Assert.Contains("[e].[at] <= @", Translated(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_only_PostgreSQL_understands_is_caught()
    {
        var (at, name) = (DateTimeOffset.UnixEpoch, "x");
        _ = postgres.Set<EventRow>().Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Name), ValueTuple.Create(at, name))).ToQueryString();
        Assert.Contains("could not be translated", new SqlServerTranslator().Translate(Recorded()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_SQL_inside_a_query_is_caught()
    {
        await postgres.Set<EventRow>().FromSqlRaw("select * from kernel.events for share").ToListAsync(Ct);
        Assert.Contains("raw SQL", new SqlServerTranslator().Translate(Recorded()).Problem, StringComparison.Ordinal);
    }

    System.Linq.Expressions.Expression Recorded() => Assert.Single(recorder.Queries).Value;

    string Translated()
    {
        var (sql, problem) = new SqlServerTranslator().Translate(Recorded());
        Assert.Null(problem);
        return sql!;
    }
}
