using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace InvoiceSync.SqlServer;

/// <summary>
/// The third wall, built with every table: a security policy for each table whose key leads with the tenant, and grants for the
/// two roles that are not the owner. No migration can forget it, and the schema script shows it.
/// </summary>
public sealed partial class WalledMigrations(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    /// <summary>Texts compare by code point, as in the PostgreSQL cluster: Stripe ids differ by case alone, and a server's default collation would call them equal.</summary>
    internal const string Collation = "Latin1_General_100_BIN2";

    internal const string Collate = "collate " + Collation;

    // Only ever added to. Entries of the log and of the ledger not even that: procedures of their own write them and keep heads, balances and the sums of reports.
    static readonly string[] Evidence = ["audit.entries", "audit.log", "audit.checkpoints", "kernel.events", "ledger.entries", "ledger.lines", "payments.moves", "payments.parts"];
    static readonly string[] ByProcedureOnly =
    [
        "audit.log", "audit.heads", "audit.archives", "ledger.entries", "ledger.lines", "ledger.balances", "invoicing.sales_days", "invoicing.tax_days", "invoicing.due_days",
        "invoicing.customer_months", "invoicing.product_months", "payments.payment_days",
    ];

    protected override void Generate(EnsureSchemaOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        base.Generate(operation, model, builder);
        if (IsHistory(model)) return;
        foreach (var statement in WallSql.Foundations) Add(builder, statement);
    }

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (IsHistory(model)) return;
        var wall = new WallSql(Dependencies.SqlGenerationHelper, operation.Schema!, operation.Name);
        var table = $"{operation.Schema}.{operation.Name}";
        foreach (var statement in Evidence.Contains(table) ? wall.Evidence() : wall.Grants()) Add(builder, statement);
        if (ByProcedureOnly.Contains(table)) Add(builder, wall.ReadOnly());
        if (operation.PrimaryKey?.Columns[0] == "tenant_id") Add(builder, wall.Policy());
    }

    protected override void Generate(DropTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        Add(builder, new WallSql(Dependencies.SqlGenerationHelper, operation.Schema!, operation.Name).DropPolicy());
        base.Generate(operation, model, builder, terminate);
    }

    protected override void ColumnDefinition(string? schema, string table, string name, ColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        if (operation is { Collation: null, ComputedColumnSql: null } && IsText().IsMatch(operation.ColumnType ?? GetColumnType(schema, table, name, operation, model) ?? ""))
            operation.Collation = Collation;
        base.ColumnDefinition(schema, table, name, operation, model, builder);
    }

    // EF makes its own list of migrations through here too; that one is the owner's alone.
    static bool IsHistory(IModel? model) => model?.FindEntityType(typeof(HistoryRow)) is not null;

    static void Add(MigrationCommandListBuilder builder, string statement) => builder.AppendLine(statement).EndCommand();

    [GeneratedRegex("^n?(var)?char", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsText();
}
