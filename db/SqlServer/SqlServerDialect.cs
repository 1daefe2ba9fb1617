using System.Data.Common;
using System.Linq.Expressions;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

/// <summary>SQL Server's words: session context, key-range locks, OPENJSON batches, a table of notices.</summary>
public sealed class SqlServerDialect(SqlServerConnections connections) : IDialect
{
    const int UniqueIndexBroken = 2601;
    const int Deadlock = 1205;
    const int LockTimedOut = 1222;
    const int SnapshotConflict = 3960;
    const int Unavailable = 40613;
    const int UniqueConstraintBroken = 2627;

    public string Name => "SqlServer";

    public string JsonType => "nvarchar(max)";

    public string? SearchCollation => null;

    public void Use(DbContextOptionsBuilder options, bool platform) => Use(options, platform ? connections.Platform : connections.App);

    internal static void Use(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlServer(connection, Migrations).ReplaceService<IMigrationsSqlGenerator, WalledMigrations>();

    static void Migrations(SqlServerDbContextOptionsBuilder server) =>
        server.MigrationsAssembly(typeof(SqlServerDialect).Assembly.GetName().Name).MigrationsHistoryTable("migrations", "kernel");

    public async Task Enter(DbConnection connection, DbTransaction transaction, DbScope scope, CancellationToken ct)
    {
        if (scope is { Tenant: null, IsPlatform: false }) return; // nothing set: policies show no tenant row

        // Read-only until the connection goes back to its pool: not even injected SQL can move to another tenant, and a
        // second scope on the same lease fails instead of writing into the first one's rows.
        await using var command = new SqlCommand(SessionSql.Enter(scope), (SqlConnection)connection, (SqlTransaction)transaction);
        if (scope.Tenant is { } tenant) command.Parameters.AddWithValue("@tenant", tenant.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => Keyset.After(rows, key.At, TId.From(key.Id), at, id);

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => Keyset.After(rows, DateOnly.FromDateTime(key.At.UtcDateTime), TId.From(key.Id), on, id);

    public IQueryable<T> Beginning<T>(IQueryable<T> rows, params (Expression<Func<T, string?>> Text, string Start)[] any) => Prefix.Beginning(rows, any);

    public async Task Enqueue(InvoiceSyncDb db, IReadOnlyList<NewWork> work, CancellationToken ct)
    {
        await using var command = CommandOf(db, QueueSql.Enqueue);
        QueueSql.Bind(command, work);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task Announce(InvoiceSyncDb db, IReadOnlyList<Notice> notices, bool wakeWorkers, CancellationToken ct)
    {
        await using var command = CommandOf(db, NoticeSql.Write);
        NoticeSql.Bind(command, notices, wakeWorkers);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<DateTimeOffset> Now(InvoiceSyncDb db, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select sysdatetimeoffset()");
        return (DateTimeOffset)(await command.ExecuteScalarAsync(ct))!;
    }

    public bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is SqlException { Number: UniqueIndexBroken or UniqueConstraintBroken };

    public bool IsTransient(Exception failure) =>
        failure is SqlException { Number: Deadlock or LockTimedOut or SnapshotConflict or Unavailable } || (failure.InnerException is { } inner && IsTransient(inner));

    // Unlike Npgsql, the driver refuses a command that does not name the connection's open transaction.
    static SqlCommand CommandOf(InvoiceSyncDb db, string sql) =>
        new(sql, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
}
