using System.Linq.Expressions;
using System.Reflection;

namespace InvoiceSync.PostgreSql;

/// <summary>
/// Begins with: text &gt;= start and text &lt; start + the last code point, right in the collation "C". LIKE could leak what it is
/// shown, so behind row-level security PostgreSQL keeps it away from the index and reads every row of the tenant; it trusts
/// comparisons, and finds each of several by its own index.
/// </summary>
static class Prefix
{
    const string LastCodePoint = "\U0010FFFF";
    static readonly MethodInfo Compare = ((Func<string?, string?, int>)string.Compare).Method;

    public static IQueryable<T> Beginning<T>(IQueryable<T> rows, (Expression<Func<T, string?>> Text, string Start)[] any)
    {
        var row = any[0].Text.Parameters[0];
        var found = any.Select(one => Between(new SameRow(one.Text.Parameters[0], row).Visit(one.Text.Body), one.Start));
        return rows.Where(Expression.Lambda<Func<T, bool>>(found.Aggregate<Expression>(Expression.OrElse), row));
    }

    static BinaryExpression Between(Expression text, string start)
    {
        var end = start + LastCodePoint;
        Expression<Func<string>> from = () => start;
        Expression<Func<string>> to = () => end;
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(Expression.Call(Compare, text, from.Body), Expression.Constant(0)),
            Expression.LessThan(Expression.Call(Compare, text, to.Body), Expression.Constant(0)));
    }
}
