using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.IntegrationTests.SqlServer;

public sealed class KeysetTests
{
    [Fact]
    public void A_page_starts_with_an_index_range_and_drops_the_boundary_rows_already_seen()
    {
        using var db = Offline.SqlServer();
        var sql = Offline.SqlServerDialect
            .After(db.Set<EventRow>(), new PageKey(DateTimeOffset.UnixEpoch, Guid.Empty), e => e.At, e => e.TenantId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.TenantId)
            .ToQueryString();
        Assert.Contains("[e].[at] <= @", sql, StringComparison.Ordinal);
        Assert.Contains("([e].[at] < @", sql, StringComparison.Ordinal);
        Assert.Contains("OR [e].[tenant_id] < @", sql, StringComparison.Ordinal);
    }
}
