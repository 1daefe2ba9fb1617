using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>The machine dies just before a commit, or just after it.</summary>
sealed class BrokenCommit(Storm storm) : DbTransactionInterceptor
{
    const double Seldom = 0.03;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Strike();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Strike();
        return Task.CompletedTask;
    }

    void Strike()
    {
        if (storm.Strikes(Seldom)) throw new PowerCutException();
    }
}
