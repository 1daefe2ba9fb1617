using System.Linq.Expressions;

namespace InvoiceSync.SqlServer;

/// <summary>Makes two lambdas speak of one row.</summary>
sealed class SameRow(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
