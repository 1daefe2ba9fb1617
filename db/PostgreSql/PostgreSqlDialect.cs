using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>PostgreSQL's words: row-value comparison, ON CONFLICT, transaction-local settings, NOTIFY.</summary>
public sealed class PostgreSqlDialect(PostgreSqlSources sources) : IDialect
{
    /// <summary>One channel for notices and wake-ups; a payload names a row, never its content.</summary>
    internal const string Channel = "invoicesync";

    static readonly MethodInfo Pair = typeof(ValueTuple).GetMethods().Single(m => m is { Name: nameof(ValueTuple.Create) } && m.GetGenericArguments().Length == 2);
    static readonly MethodInfo Less = typeof(NpgsqlDbFunctionsExtensions).GetMethod(
        nameof(NpgsqlDbFunctionsExtensions.LessThan), [typeof(DbFunctions), typeof(ITuple), typeof(ITuple)])!;

    public string Name => "PostgreSql";

    public string JsonType => "jsonb";

    public string? SearchCollation => "C";

    public void Use(DbContextOptionsBuilder options, bool platform) =>
        options.UseNpgsql(platform ? sources.Platform : sources.App, Migrations).ReplaceService<IMigrationsSqlGenerator, WalledMigrations>();

    internal static void Migrations(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly.GetName().Name).MigrationsHistoryTable("migrations", "kernel");

    public async Task Enter(DbConnection connection, DbTransaction transaction, DbScope scope, CancellationToken ct)
    {
        if (scope.Tenant is not { } tenant) return; // nothing set: policies show no tenant row

        // Local to the transaction, so no pooled connection can carry it to the next lease.
        await using var command = new NpgsqlCommand("select set_config('app.tenant', $1, true)", (NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        command.Parameters.Add(new() { Value = tenant.Value.ToString() });
        await command.ExecuteNonQueryAsync(ct);
    }

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => Below(rows, key.At, TId.From(key.Id), at, id);

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => Below(rows, DateOnly.FromDateTime(key.At.UtcDateTime), TId.From(key.Id), on, id);

    static IQueryable<T> Below<T, TAt, TId>(IQueryable<T> rows, TAt lastAt, TId lastId, Expression<Func<T, TAt>> at, Expression<Func<T, TId>> id)
    {
        // EF.Functions.LessThan((row.At, row.Id), (key.At, key.Id)) is one index range; an OR of two comparisons is not.
        var row = at.Parameters[0];
        var tuple = Pair.MakeGenericMethod(typeof(TAt), typeof(TId));
        var idOfRow = new SameRow(id.Parameters[0], row).Visit(id.Body);
        var boundary = (at: lastAt, id: lastId);
        Expression<Func<TAt>> boundaryAt = () => boundary.at;
        Expression<Func<TId>> boundaryId = () => boundary.id;
        var call = Expression.Call(
            Less,
            Expression.Constant(EF.Functions),
            Expression.Convert(Expression.Call(tuple, at.Body, idOfRow), typeof(ITuple)),
            Expression.Convert(Expression.Call(tuple, boundaryAt.Body, boundaryId.Body), typeof(ITuple)));
        // Named, so that the test which gives recorded queries to SQL Server knows the dialect's own words from a stray row value.
        return rows.Where(Expression.Lambda<Func<T, bool>>(call, nameof(After), [row]));
    }

    public IQueryable<T> Beginning<T>(IQueryable<T> rows, params (Expression<Func<T, string?>> Text, string Start)[] any) => Prefix.Beginning(rows, any);

    public async Task Enqueue(InvoiceSyncDb db, IReadOnlyList<NewWork> work, CancellationToken ct)
    {
        await using var command = CommandOf(db, QueueSql.Enqueue);
        QueueSql.Bind(command.Parameters, work);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task Announce(InvoiceSyncDb db, IReadOnlyList<Notice> notices, bool wakeWorkers, CancellationToken ct)
    {
        var payloads = notices.Select(NoticeText.Write);
        if (wakeWorkers) payloads = payloads.Append(NoticeText.Work);
        await using var command = CommandOf(db, "select pg_notify($1, payload) from unnest($2) payload");
        command.Parameters.Add(new() { Value = Channel });
        command.Parameters.Add(new() { Value = payloads.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<DateTimeOffset> Now(InvoiceSyncDb db, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select now()");
        return new((DateTime)(await command.ExecuteScalarAsync(ct))!);
    }

    public bool IsDuplicate(DbUpdateException failure) => failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool IsTransient(Exception failure) => failure is NpgsqlException { IsTransient: true } || (failure.InnerException is { } inner && IsTransient(inner));

    static NpgsqlCommand CommandOf(InvoiceSyncDb db, string sql) => new(sql, (NpgsqlConnection)db.Database.GetDbConnection());
}
