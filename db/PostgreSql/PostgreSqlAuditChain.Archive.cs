using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InvoiceSync.PostgreSql;

public sealed partial class PostgreSqlAuditChain
{
    // Building an index of words over a month of a million entries takes minutes.
    const int LongWork = 1800;

    public async Task<bool> IndexWords(InvoiceSyncDb db, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select audit.index_words()");
        command.CommandTimeout = LongWork;
        return (string)(await command.ExecuteScalarAsync(ct))! != "";
    }

    public async Task<FoundWords?> FindWords(InvoiceSyncDb db, string words, DateTimeOffset since, PageKey before, int most, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select found_at, found_id, is_reach from audit.find_words($1, $2, $3, $4, $5)", Pattern(words), since.UtcDateTime, before.At.UtcDateTime, before.Id, most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<PageKey>();
        PageKey? reach = null;
        while (await rows.ReadAsync(ct))
        {
            if (rows.IsDBNull(0)) return null;
            var place = new PageKey(rows.GetFieldValue<DateTimeOffset>(0), rows.GetGuid(1));
            if (rows.GetBoolean(2)) reach = place;
            else found.Add(place);
        }

        return new(found, reach);
    }

    public async Task NoteArchived(InvoiceSyncDb db, TenantId chain, NewArchive month, CancellationToken ct)
    {
        await using var command = CommandOf(
            db,
            "select audit.note_archived($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            chain.Value,
            month.Month,
            month.End.Size,
            month.End.Head,
            month.End.Frontier,
            month.Root,
            month.File,
            month.Digest,
            month.Bytes);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<string> DropMonth(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select audit.drop_month($1, $2)", chain.Value, month);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task NoteFileDeleted(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct)
    {
        await using var command = CommandOf(db, "select audit.note_file_deleted($1, $2)", chain.Value, month);
        await command.ExecuteNonQueryAsync(ct);
    }

    // Signs of patterns stand for themselves.
    static string Pattern(string words) =>
        $"%{words.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    static NpgsqlCommand CommandOf(InvoiceSyncDb db, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
