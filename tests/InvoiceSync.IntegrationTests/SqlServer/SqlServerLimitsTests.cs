using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>What PostgreSQL forgives and SQL Server refuses only when the migration runs: found here, from the model.</summary>
public sealed class SqlServerLimitsTests
{
    const int PrimaryKeyBytes = 900; // clustered
    const int IndexBytes = 1700;

    [Fact]
    public void No_key_or_index_is_wider_than_SQL_Server_allows()
    {
        using var db = Offline.SqlServer();
        var tooWide =
            from table in db.Model.GetEntityTypes()
            from wide in table.GetKeys().Select(k => (Name: k.GetName(), Width: k.Properties.Sum(Width), Limit: k.IsPrimaryKey() ? PrimaryKeyBytes : IndexBytes))
                .Concat(table.GetIndexes().Select(i => (Name: i.GetDatabaseName(), Width: i.Properties.Sum(Width), Limit: IndexBytes)))
            where wide.Width > wide.Limit
            select $"{table.GetSchemaQualifiedTableName()}: {wide.Name} takes {wide.Width} of {wide.Limit} bytes";
        Assert.Empty(tooWide);
    }

    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        using var db = Offline.SqlServer();
        Assert.Empty(db.Model.GetEntityTypes().SelectMany(start => TwiceReached(start)));
    }

    [Fact]
    public void No_model_text_is_SQL_of_one_dialect()
    {
        using var db = Offline.SqlServer();
        var model = db.GetService<IDesignTimeModel>().Model;
        Assert.Empty(
            from table in model.GetEntityTypes()
            from sql in table.GetProperties().SelectMany(p => (string?[])[p.GetDefaultValueSql(), p.GetComputedColumnSql()]).Concat(table.GetCheckConstraints().Select(c => IsOfBoth(c.Sql) ? null : c.Sql))
            where sql is not null
            select $"{table.DisplayName()}: {sql}");
        Assert.Empty(
            from table in model.GetEntityTypes()
            from index in table.GetIndexes()
            where index.GetFilter() is { } filter && !IsPlain(filter)
            select $"{index.GetDatabaseName()}: {index.GetFilter()}");
    }

    [Theory]
    [InlineData("state = 'Sent'", true)]
    [InlineData("[number] IS NOT NULL AND state IN ('Intended', 'Sent')", true)]
    [InlineData("state = 'Sent' or state = 'Intended'", false)]
    [InlineData("state not in ('Refused')", false)]
    [InlineData("not is_void", false)]
    [InlineData("lower(name) = 'x'", false)]
    [InlineData("body::text = ''", false)]
    public void A_filter_of_an_index_is_a_chain_of_plain_comparisons(string filter, bool isPlain) => Assert.Equal(isPlain, IsPlain(filter));

    [Theory]
    [InlineData("\"open\" = case when voided_on is null then total - paid else 0 end", true)]
    [InlineData("cast(is_filed as int) = 0 or (paid <= 0 and state in ('Sent'))", true)]
    [InlineData("is_filed = false", false)]
    [InlineData("not is_filed", false)]
    [InlineData("length(name) > 0", false)]
    [InlineData("[open] = 0", false)]
    [InlineData("body::text = ''", false)]
    [InlineData("name ilike 'a'", false)]
    public void A_check_is_made_of_what_both_databases_read(string check, bool isOfBoth) => Assert.Equal(isOfBoth, IsOfBoth(check));

    // Columns, numbers, texts, arithmetic and comparisons; no function, no pattern, and no truth values, which T-SQL has not.
    static bool IsOfBoth(string check)
    {
        const string token = @"\s+|""[a-z_]+""|\d+(\.\d+)?|'[^']*'|<>|<=|>=|[=<>+\-(),]|cast\(\w+ as int\)|(and|or|in|then|else|when|case)\b(?=\s*\()|(?!(not(?! null)|true|false|like|ilike|similar)\b)[a-z_]+\b(?!\()";
        return Regex.IsMatch(check, $"^(?:{token})*$");
    }

    // Column, operator, constant, joined by AND: all that a filtered index takes.
    static bool IsPlain(string filter)
    {
        const string column = @"\[\w+\]|""\w+""|\w+", constant = @"N?'[^']*'|\d+", one = $@"({column})\s+is\s+(not\s+)?null|({column})\s*(=|<>|<|>|<=|>=)\s*({constant})|({column})\s+in\s*\(({constant})(\s*,\s*({constant}))*\)";
        return Regex.IsMatch(filter, $@"^\s*({one})(\s+and\s+({one}))*\s*$", RegexOptions.IgnoreCase);
    }

    // Error 1785: a delete may reach a table along one path only.
    static IEnumerable<string> TwiceReached(IEntityType start)
    {
        var reached = new HashSet<IEntityType>();
        var open = new Stack<IEntityType>([start]);
        while (open.TryPop(out var table))
            foreach (var below in table.GetReferencingForeignKeys().Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull).Select(f => f.DeclaringEntityType))
                if (below.GetTableName() != table.GetTableName() && !reached.Add(below)) yield return $"{start.DisplayName()} deletes {below.DisplayName()} along two paths";
                else open.Push(below);
    }

    static int Width(IProperty column)
    {
        var type = column.GetColumnType();
        var length = column.GetMaxLength() ?? 0;
        return type switch
        {
            "uniqueidentifier" => 16,
            "nvarchar(max)" or "varchar(max)" or "varbinary(max)" => int.MaxValue / 8,
            _ when type.StartsWith('n') => length * 2,
            _ when length > 0 => length,
            _ => 10, // the widest fixed type in an index is datetimeoffset
        };
    }
}
