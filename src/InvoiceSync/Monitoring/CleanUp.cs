using System.Linq.Expressions;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Monitoring;

/// <summary>The rule of one table. What may be deleted says so by its type, so that the compiler refuses a rule for anything fiscal.</summary>
sealed class CleanUp<TRow>(string name, int days, Func<DateTimeOffset, Expression<Func<TRow, bool>>> served, int slice) : ICleanUp where TRow : class, IForgettable
{
    public string Name => name;

    public int Days => days;

    public async Task<bool> Slice(InvoiceSyncDb db, DateTimeOffset before, CancellationToken ct) =>
        await db.Set<TRow>().Where(served(before)).OrderBy(r => r.TenantId).Take(slice).ExecuteDeleteAsync(ct) == slice;
}
