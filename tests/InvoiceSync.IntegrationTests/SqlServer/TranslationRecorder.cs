using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>
/// Notes every distinct query the product compiles while the suite runs: LINQ, compiled queries, ExecuteUpdate and ExecuteDelete
/// all pass here. Fixtures register <see cref="Shared"/> as an <see cref="IInterceptor"/>; the last test of the run reads it.
/// </summary>
public sealed class TranslationRecorder : IQueryExpressionInterceptor
{
    public static readonly TranslationRecorder Shared = new();

    readonly ConcurrentDictionary<string, Expression> queries = new();

    public IReadOnlyCollection<KeyValuePair<string, Expression>> Queries => [.. queries];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        queries.TryAdd(ExpressionPrinter.Print(queryExpression), queryExpression);
        return queryExpression;
    }
}
