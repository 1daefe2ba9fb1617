using System.Data;
using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

/// <summary>Calls ledger.post_entries, the one way into the ledger: the application's role may neither insert nor change by itself.</summary>
public sealed class SqlServerLedgerBook : ILedgerBook
{
    static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<IReadOnlySet<Guid>> Post(InvoiceSyncDb db, TenantId tenant, IReadOnlyList<NewJournalEntry> entries, CancellationToken ct)
    {
        await using var command = new SqlCommand(LedgerSql.Call, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("@company", tenant.Value);
        command.Parameters.Add(new("@entries", SqlDbType.NVarChar, -1) { Value = JsonSerializer.Serialize(entries, Snake) });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var added = new HashSet<Guid>();
        while (await rows.ReadAsync(ct)) added.Add(rows.GetGuid(0));
        return added;
    }
}
