using System.Linq.Expressions;

namespace InvoiceSync.Kernel.Data;

/// <summary>Narrows rows to a range, one comparison for each bound given, so that an index on the column serves it.</summary>
static class Narrowing
{
    public static IQueryable<T> Within<T, TValue>(this IQueryable<T> rows, Expression<Func<T, TValue>> of, Between<TValue>? range) where TValue : struct, IComparable<TValue>
    {
        if (range is null) return rows;
        foreach (var (bound, compare) in new (TValue?, Func<Expression, Expression, Expression>)[]
        {
            (range.AtLeast, Expression.GreaterThanOrEqual), (range.Above, Expression.GreaterThan), (range.AtMost, Expression.LessThanOrEqual), (range.Below, Expression.LessThan),
        })
        {
            if (bound is not { } value) continue;
            Expression<Func<TValue>> parameter = () => value;
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(compare(of.Body, parameter.Body), of.Parameters));
        }

        return rows;
    }
}
