using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InvoiceSync.PostgreSql;

/// <summary>Asks the functions that add up documents and payments anew. They see what the caller's fence shows.</summary>
public sealed class PostgreSqlReportCheck : IReportCheck
{
    const string Drift = """
        select 'sales', d.day, d.currency from invoicing.sales_drift() d
        union all select 'tax', d.day, d.currency from invoicing.tax_drift() d
        union all select 'aging', d.day, d.currency from invoicing.due_drift() d
        union all select 'customers', d.day, d.currency from invoicing.customers_drift() d
        union all select 'products', d.day, d.currency from invoicing.products_drift() d
        union all select 'payments', d.day, d.currency from payments.days_drift() d
        """;

    public async Task<IReadOnlyList<ReportDrift>> Drifted(InvoiceSyncDb db, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Drift, (NpgsqlConnection)db.Database.GetDbConnection());
        await using var rows = await command.ExecuteReaderAsync(ct);
        var drifted = new List<ReportDrift>();
        while (await rows.ReadAsync(ct)) drifted.Add(new(rows.GetString(0), rows.GetFieldValue<DateOnly>(1), new Currency(rows.GetString(2))));
        return drifted;
    }
}
