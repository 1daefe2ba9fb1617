using System.Linq.Expressions;
using System.Reflection;

namespace InvoiceSync.SqlServer;

/// <summary>Begins with, as LIKE 'start%': SQL Server turns it into an index range by itself, in whatever collation the column has.</summary>
static class Prefix
{
    static readonly MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;

    public static IQueryable<T> Beginning<T>(IQueryable<T> rows, (Expression<Func<T, string?>> Text, string Start)[] any)
    {
        var row = any[0].Text.Parameters[0];
        var found = any.Select(one => Like(new SameRow(one.Text.Parameters[0], row).Visit(one.Text.Body), one.Start));
        return rows.Where(Expression.Lambda<Func<T, bool>>(found.Aggregate<Expression>(Expression.OrElse), row));
    }

    static MethodCallExpression Like(Expression text, string begin)
    {
        Expression<Func<string>> start = () => begin;
        return Expression.Call(text, StartsWith, start.Body);
    }
}
