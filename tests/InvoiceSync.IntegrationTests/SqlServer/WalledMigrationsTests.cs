using System.Text.RegularExpressions;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace InvoiceSync.IntegrationTests.SqlServer;

public sealed class WalledMigrationsTests
{
    static readonly Lazy<string> Schema = new(Everything);

    [Fact]
    public void Every_tenant_table_stands_behind_a_policy_that_filters_and_blocks()
    {
        foreach (var table in Tables().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType)))
            foreach (var guard in (string[])["add filter predicate", "after insert", "after update", "before update", "before delete"])
                Assert.Matches($@"create security policy \[{table.GetSchema()}\]\.\[{table.GetTableName()}_wall\][^;]*{guard}", Schema.Value);
    }

    [Fact]
    public void Both_roles_reach_every_table_and_none_can_rewrite_evidence()
    {
        foreach (var table in Tables())
            Assert.Contains($"on [{table.GetSchema()}].[{table.GetTableName()}] to [invoicesync_app], [invoicesync_platform]", Schema.Value, StringComparison.Ordinal);
        foreach (var evidence in Tables().Where(t => t.GetSchemaQualifiedTableName() is "audit.log" or "audit.checkpoints" or "kernel.events" or "ledger.entries" or "ledger.lines"))
        {
            Assert.Contains($"deny update, delete on [{evidence.GetSchema()}].[{evidence.GetTableName()}]", Schema.Value, StringComparison.Ordinal);
            Assert.Contains($"on [{evidence.GetSchema()}].[{evidence.GetTableName()}] after update, delete as", Schema.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_their_own_procedures_write_the_log_and_the_ledger_and_keep_head_and_balances()
    {
        foreach (var table in (string[])["[audit].[log]", "[audit].[heads]", "[ledger].[entries]", "[ledger].[lines]", "[ledger].[balances]"])
            Assert.Contains($"deny insert, update, delete on {table} to [invoicesync_app], [invoicesync_platform]", Schema.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_compare_by_code_point_whatever_the_servers_collation() =>
        Assert.DoesNotMatch(@"\] n?(var)?char\([0-9max]+\) (NOT )?NULL", Schema.Value);

    [Fact]
    public void What_must_be_alone_in_a_batch_is_executed_in_its_own()
    {
        const string alone = "create (function|trigger|security policy)";
        Assert.NotEqual(0, Regex.Count(Schema.Value, alone));
        Assert.Equal(Regex.Count(Schema.Value, alone), Regex.Count(Schema.Value, $@"exec\(N'(--[^\n]*\n\s*)?{alone}"));
    }

    [Fact]
    public void A_dropped_table_takes_its_policy_along()
    {
        using var db = Offline.SqlServer();
        var drop = Written(db, [new DropTableOperation { Schema = "kernel", Name = "work_items" }]);
        Assert.Matches(@"drop security policy if exists \[kernel\]\.\[work_items_wall\];\s+DROP TABLE", drop);
    }

    static IEnumerable<IEntityType> Tables()
    {
        using var db = Offline.SqlServer();
        return [.. db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null)];
    }

    static string Everything()
    {
        using var db = Offline.SqlServer();
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        return Written(db, db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model));
    }

    static string Written(InvoiceSyncDb db, IReadOnlyList<MigrationOperation> operations) =>
        string.Join("\n", db.GetService<IMigrationsSqlGenerator>().Generate(operations, db.GetService<IDesignTimeModel>().Model).Select(c => c.CommandText));
}
