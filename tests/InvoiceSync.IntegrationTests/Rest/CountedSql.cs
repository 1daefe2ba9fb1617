using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>Counts what a portal asks its database.</summary>
sealed class CountedSql : DbCommandInterceptor
{
    public int Seen { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Seen++;
        return ValueTask.FromResult(result);
    }
}
