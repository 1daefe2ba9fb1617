using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

/// <summary>The walls in T-SQL. What must stand alone in a batch is wrapped in exec, for the idempotent script puts every statement into an IF.</summary>
sealed class WallSql(ISqlGenerationHelper sql, string schema, string table)
{
    const string Roles = "[invoicesync_app], [invoicesync_platform]";

    readonly string full = sql.DelimitIdentifier(table, schema);
    readonly string policy = sql.DelimitIdentifier(table + "_wall", schema);

    /// <summary>Made once, however many schemas a migration adds: the roles, the predicate of all policies, the notice table.</summary>
    public static IEnumerable<string> Foundations =>
    [
        "if schema_id(N'kernel') is null exec(N'create schema [kernel];');",
        "if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];",
        "if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];",
        Once("kernel.tenant_wall", """
            -- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
            create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
            select 1 as [passes]
            where @tenant_id = cast(session_context(N'tenant') as uniqueidentifier)
               or (cast(session_context(N'platform') as int) = 1 and is_member(N'invoicesync_app') = 0);
            """),
        Once("kernel.notices", """
            create table [kernel].[notices] (
                [version] rowversion not null constraint [pk_notices] primary key,
                [tenant_id] uniqueidentifier null,
                [topic] varchar(64) not null,
                [row_id] uniqueidentifier null);
            """),
        "grant insert on [kernel].[notices] to [invoicesync_app];",
        "grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];",
    ];

    public IEnumerable<string> Grants() => [$"grant select, insert, update, delete on {full} to {Roles};"];

    // Evidence is only ever added: roles hold no other right, and a trigger stops even the owner's plain statements.
    public IEnumerable<string> Evidence() =>
    [
        $"grant select, insert on {full} to {Roles};",
        $"deny update, delete on {full} to {Roles};",
        Alone($"""
            create trigger {sql.DelimitIdentifier(table + "_refuse_change", schema)} on {full} after update, delete as
            begin
                set nocount on;
                if exists (select 1 from deleted) throw 51000, N'rows of {table} are only ever added', 1;
            end;
            """),
    ];

    // The owner's procedure still writes: rights are not asked again along one owner's chain.
    public string ReadOnly() => $"deny insert, update, delete on {full} to {Roles};";

    public string Policy()
    {
        const string mine = "[kernel].[tenant_wall]([tenant_id])";
        return Alone($"""
            create security policy {policy}
                add filter predicate {mine} on {full},
                add block predicate {mine} on {full} after insert,
                add block predicate {mine} on {full} after update,
                add block predicate {mine} on {full} before update,
                add block predicate {mine} on {full} before delete
                with (state = on, schemabinding = on);
            """);
    }

    public string DropPolicy() => $"drop security policy if exists {policy};";

    static string Once(string name, string statement) => $"if object_id(N'{name}') is null {Alone(statement)}";

    static string Alone(string statement) => $"exec(N'{statement.Replace("'", "''", StringComparison.Ordinal)}');";
}
