using System.Data;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>Batches travel as one JSON parameter and are opened by OPENJSON: one plan however many rows.</summary>
static class SqlJson
{
    public static void AddJson<T>(this SqlCommand command, string name, IEnumerable<T> rows) =>
        command.Parameters.Add(new SqlParameter(name, SqlDbType.NVarChar, -1) { Value = JsonSerializer.Serialize(rows) });

    public static void AddTime(this SqlCommand command, string name, DateTimeOffset? time) =>
        command.Parameters.Add(new SqlParameter(name, SqlDbType.DateTimeOffset) { Value = (object?)time ?? DBNull.Value });
}
