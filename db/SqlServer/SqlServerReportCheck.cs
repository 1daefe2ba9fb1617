using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

/// <summary>Compares the sums with the views that add up documents and payments anew. They see what the caller's fence shows.</summary>
public sealed class SqlServerReportCheck : IReportCheck
{
    const string Drift = $"{ReportsSql.Drift}\nunion all\n{SoldSql.Drift}\nunion all\n{PaymentDaysSql.Drift};";

    public async Task<IReadOnlyList<ReportDrift>> Drifted(InvoiceSyncDb db, CancellationToken ct)
    {
        await using var command = new SqlCommand(Drift, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        await using var rows = await command.ExecuteReaderAsync(ct);
        var drifted = new List<ReportDrift>();
        while (await rows.ReadAsync(ct)) drifted.Add(new(rows.GetString(0), rows.GetFieldValue<DateOnly>(1), new Currency(rows.GetString(2))));
        return drifted;
    }
}
