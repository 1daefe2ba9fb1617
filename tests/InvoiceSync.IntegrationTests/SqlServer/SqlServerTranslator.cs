using System.Linq.Expressions;
using System.Reflection;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Gives a query recorded on PostgreSQL to the SQL Server provider, as far as the command it would send.</summary>
sealed class SqlServerTranslator
{
    readonly NoServer server = new();

    /// <summary>The T-SQL, or what kept it from being made.</summary>
    public (string? Sql, string? Problem) Translate(Expression recorded)
    {
        using var db = Offline.SqlServer(server);
        var here = new Transplant(db.Model);
        try
        {
            var query = here.Visit(recorded);
            var rows = query.Type.IsGenericType && query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(IsQueryable) is { } queryable
                ? typeof(IEnumerable<>).MakeGenericType(queryable.GetGenericArguments()[0])
                : query.Type;
            return Of(rows).Invoke(this, [db, query, here.Parameters]) is string sql ? (sql, null) : (null, "no command was sent");
        }
        catch (TargetInvocationException failure) when (failure.InnerException is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return (null, failure.InnerException.Message);
        }
        catch (NotSupportedException raw)
        {
            return (null, raw.Message);
        }
    }

    string? Run<TResult>(InvoiceSyncDb db, Expression query, IReadOnlyDictionary<string, Type> parameters)
    {
        var compiled = db.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, type) in parameters) context.Parameters[name] = Samples.Of(type);
        server.Commands.Clear();
        try
        {
            if (compiled(context) is System.Collections.IEnumerable rows and not string)
                foreach (var _ in rows) { }
        }
        catch (InvalidOperationException) when (!server.Commands.IsEmpty)
        {
            // The command was made; "no rows" is all that First and Single may complain of here.
        }

        return server.Commands.IsEmpty ? null : string.Join("\n", server.Commands);
    }

    static MethodInfo Of(Type result) =>
        typeof(SqlServerTranslator).GetMethod(nameof(Run), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(result);

    static bool IsQueryable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>);
}
