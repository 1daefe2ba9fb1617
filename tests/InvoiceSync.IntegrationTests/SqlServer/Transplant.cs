using System.Linq.Expressions;
using InvoiceSync.Kernel.Data;
using InvoiceSync.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Moves a recorded query to the SQL Server provider's model, says what the dialect says in its words, and collects the parameters.</summary>
sealed class Transplant(IModel model) : ExpressionVisitor
{
    public Dictionary<string, Type> Parameters { get; } = [];

#pragma warning disable EF1001 // raw SQL has no public node to know it by
    protected override Expression VisitExtension(Expression node) => node switch
    {
        FromSqlQueryRootExpression raw => throw new NotSupportedException($"raw SQL needs a twin behind IDialect: {raw.Sql}"),
        SqlQueryRootExpression raw => throw new NotSupportedException($"raw SQL needs a twin behind IDialect: {raw.Sql}"),
        EntityQueryRootExpression root => root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!),
        QueryParameterExpression parameter => Noted(parameter),
        _ => base.VisitExtension(node),
    };
#pragma warning restore EF1001

    // IDialect.After names its lambda; row values anywhere else stay what they are, and fail.
    protected override Expression VisitLambda<T>(Expression<T> node) =>
        node is { Name: nameof(IDialect.After), Body: MethodCallExpression { Method.Name: nameof(NpgsqlDbFunctionsExtensions.LessThan) or nameof(NpgsqlDbFunctionsExtensions.GreaterThan) } less }
            ? Expression.Lambda<T>(Keyset.Past(less.Method.Name == nameof(NpgsqlDbFunctionsExtensions.LessThan), Half(less, 1, 0), Half(less, 1, 1), Half(less, 2, 0), Half(less, 2, 1)), node.Parameters)
            : base.VisitLambda(node);

    Expression Half(MethodCallExpression less, int side, int at) => Visit(((MethodCallExpression)((UnaryExpression)less.Arguments[side]).Operand).Arguments[at]);

    QueryParameterExpression Noted(QueryParameterExpression parameter)
    {
        Parameters[parameter.Name] = parameter.Type;
        return parameter;
    }
}
