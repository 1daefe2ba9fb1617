using System.Linq.Expressions;
using System.Reflection;
using InvoiceSync.Kernel;

namespace InvoiceSync.SqlServer;

/// <summary>
/// (at, id) &lt; (@at, @id) in a dialect without row values: at &lt;= @at and (at &lt; @at or id &lt; @id). The first half alone is
/// the index range; the second drops the rows of the boundary instant already seen. SQL Server sorts a uniqueidentifier by
/// its last six bytes first, in ORDER BY and here alike, so pages neither repeat nor lose a row. The other way round for lists with the smallest first.
/// </summary>
static class Keyset
{
    static readonly MethodInfo CompareTexts = ((Func<string?, string?, int>)string.Compare).Method;

    public static IQueryable<T> Beyond<T, TAt, TId>(IQueryable<T> rows, TAt at, Guid id, bool descending, Expression<Func<T, TAt>> atOf, Expression<Func<T, TId>> idOf)
        where TId : struct, IId<TId>
    {
        var row = atOf.Parameters[0];
        var idOfRow = new SameRow(idOf.Parameters[0], row).Visit(idOf.Body);
        var boundary = (at, id: TId.From(id));
        Expression<Func<TAt>> boundaryAt = () => boundary.at;
        Expression<Func<TId>> boundaryId = () => boundary.id;

        return rows.Where(Expression.Lambda<Func<T, bool>>(Past(descending, atOf.Body, idOfRow, boundaryAt.Body, boundaryId.Body), row));
    }

    internal static Expression Past(bool descending, Expression at, Expression id, Expression boundaryAt, Expression boundaryId)
    {
        // Texts and typed ids have no < of their own; EF looks at the node, not at the method that gives it a meaning in C#.
        var less = typeof(Keyset).GetMethod(descending ? nameof(Less) : nameof(More), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(id.Type);
        var (left, right) = at.Type == typeof(string) ? ((Expression)Expression.Call(CompareTexts, at, boundaryAt), (Expression)Expression.Constant(0)) : (at, boundaryAt);
        return descending
            ? Expression.AndAlso(Expression.LessThanOrEqual(left, right), Expression.OrElse(Expression.LessThan(left, right), Expression.LessThan(id, boundaryId, liftToNull: false, less)))
            : Expression.AndAlso(Expression.GreaterThanOrEqual(left, right), Expression.OrElse(Expression.GreaterThan(left, right), Expression.GreaterThan(id, boundaryId, liftToNull: false, less)));
    }

    static bool Less<TId>(TId a, TId b) where TId : struct, IId<TId> => a.Value.CompareTo(b.Value) < 0;

    static bool More<TId>(TId a, TId b) where TId : struct, IId<TId> => a.Value.CompareTo(b.Value) > 0;
}
