using System.Linq.Expressions;
using System.Reflection;
using InvoiceSync.Kernel;

namespace InvoiceSync.SqlServer;

/// <summary>
/// (at, id) &lt; (@at, @id) in a dialect without row values: at &lt;= @at and (at &lt; @at or id &lt; @id). The first half alone is
/// the index range; the second drops the rows of the boundary instant already seen. SQL Server sorts a uniqueidentifier by
/// its last six bytes first, in ORDER BY and here alike, so pages neither repeat nor lose a row.
/// </summary>
static class Keyset
{
    public static IQueryable<T> After<T, TAt, TId>(IQueryable<T> rows, TAt lastAt, TId lastId, Expression<Func<T, TAt>> at, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId>
    {
        var row = at.Parameters[0];
        var idOfRow = new SameRow(id.Parameters[0], row).Visit(id.Body);
        var boundary = (at: lastAt, id: lastId);
        Expression<Func<TAt>> boundaryAt = () => boundary.at;
        Expression<Func<TId>> boundaryId = () => boundary.id;

        return rows.Where(Expression.Lambda<Func<T, bool>>(Before(at.Body, idOfRow, boundaryAt.Body, boundaryId.Body), row));
    }

    internal static Expression Before(Expression at, Expression id, Expression boundaryAt, Expression boundaryId)
    {
        // Typed ids have no < of their own; EF looks at the node, not at the method that gives it a meaning in C#.
        var less = typeof(Keyset).GetMethod(nameof(Less), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(id.Type);
        return Expression.AndAlso(
            Expression.LessThanOrEqual(at, boundaryAt),
            Expression.OrElse(
                Expression.LessThan(at, boundaryAt),
                Expression.LessThan(id, boundaryId, liftToNull: false, less)));
    }

    static bool Less<TId>(TId a, TId b) where TId : struct, IId<TId> => a.Value.CompareTo(b.Value) < 0;
}
