using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InvoiceSync.IntegrationTests.SqlServer;

public sealed class SchemaDriftTests
{
    public static TheoryData<string> Databases => ["PostgreSql", "SqlServer"];

    [Theory, MemberData(nameof(Databases))]
    public void The_migrations_say_all_that_the_model_says(string database)
    {
        using var db = Migrated(database);
        Assert.False(db.Database.HasPendingModelChanges(), $"db/{database} lags behind the model: eng/migrations add NAME");
    }

    [Theory, MemberData(nameof(Databases))]
    public void The_schema_script_in_the_repository_is_the_one_the_migrations_write(string database)
    {
        using var db = Migrated(database);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Equal(Plain(script), Plain(File.ReadAllText(Path.Combine(Root(), "db", database, "schema.sql"))));
    }

    static InvoiceSyncDb Migrated(string database)
    {
        var db = database == "PostgreSql" ? new InvoiceSync.PostgreSql.DesignTimeDb().CreateDbContext([]) : new InvoiceSync.SqlServer.DesignTimeDb().CreateDbContext([]);
        Assert.SkipUnless(db.Database.GetMigrations().Any(), $"db/{database} has no migration yet: eng/migrations add Initial");
        return db;
    }

    static string Plain(string script) => script.TrimStart('\uFEFF').Replace("\r", "", StringComparison.Ordinal).Trim();

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "InvoiceSync.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
