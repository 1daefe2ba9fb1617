using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>Calls ledger.post, the one way into the ledger: the application's role may neither insert nor change by itself.</summary>
public sealed class PostgreSqlLedgerBook : ILedgerBook
{
    static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<IReadOnlySet<Guid>> Post(InvoiceSyncDb db, TenantId tenant, IReadOnlyList<NewJournalEntry> entries, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select ledger.post($1, $2)", (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(entries, Snake), NpgsqlDbType = NpgsqlDbType.Jsonb });
        return ((Guid[])(await command.ExecuteScalarAsync(ct))!).ToHashSet();
    }
}
