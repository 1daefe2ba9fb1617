using System.Data;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

public sealed partial class SqlServerAuditChain
{
    // Full-text search is a feature an operator installs or not; the log is read instead, a bounded stretch at a time.
    public Task<bool> IndexWords(InvoiceSyncDb db, CancellationToken ct) => Task.FromResult(false);

    public Task<FoundWords?> FindWords(InvoiceSyncDb db, string words, DateTimeOffset since, PageKey before, int most, CancellationToken ct) => Task.FromResult<FoundWords?>(null);

    public async Task NoteArchived(InvoiceSyncDb db, TenantId chain, NewArchive month, CancellationToken ct)
    {
        await using var command = CommandOf(db, ArchiveSql.CallNote, chain, month.Month);
        command.Parameters.AddWithValue("@upto", month.End.Size);
        command.Parameters.AddWithValue("@head", month.End.Head);
        command.Parameters.AddWithValue("@frontier", month.End.Frontier);
        command.Parameters.AddWithValue("@root", month.Root);
        command.Parameters.AddWithValue("@name", month.File);
        command.Parameters.AddWithValue("@digest", month.Digest);
        command.Parameters.AddWithValue("@bytes", month.Bytes);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<string> DropMonth(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct)
    {
        await using var command = CommandOf(db, ArchiveSql.CallDrop, chain, month);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task NoteFileDeleted(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct)
    {
        await using var command = CommandOf(db, ArchiveSql.CallNoteDeleted, chain, month);
        await command.ExecuteNonQueryAsync(ct);
    }

    static SqlCommand CommandOf(InvoiceSyncDb db, string sql, TenantId chain, DateOnly month)
    {
        var command = new SqlCommand(sql, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("@chain", chain.Value);
        command.Parameters.Add(new("@day", SqlDbType.Date) { Value = month.ToDateTime(TimeOnly.MinValue) });
        return command;
    }
}
