using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>
/// Takes one call from each allowance and answers the first that is used up, if any. Each is taken by one statement that
/// counts and compares at once, so nodes that ask together never get more than there is.
/// </summary>
[Requires("fiscal.file")]
sealed record TakeCalls(IReadOnlyList<CallAllowance> Allowances) : ICommand<TakeCalls.Answer>
{
    public sealed record Answer(CallAllowance? UsedUp);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<TakeCalls, Answer>
    {
        public async Task<Answer> Handle(TakeCalls command, CancellationToken ct)
        {
            // What was taken before one refuses stays taken: an allowance not used to the end does no harm.
            foreach (var wanted in command.Allowances)
                if (await UsedUpUntil(wanted, ct) is { } end) return new(wanted with { EndsAt = end });
            return new(null);
        }

        async Task<DateTimeOffset?> UsedUpUntil(CallAllowance wanted, CancellationToken ct)
        {
            var (key, most, end) = (wanted.Key, wanted.Most, wanted.EndsAt);
            var taken = await db.CallCounts.Where(c => c.Id == key && (c.EndsAt < end || c.Used < most)).ExecuteUpdateAsync(
                row => row
                    .SetProperty(c => c.Used, c => c.EndsAt < end ? 1 : c.Used + 1)
                    .SetProperty(c => c.Most, most)
                    .SetProperty(c => c.EndsAt, c => c.EndsAt < end ? end : c.EndsAt),
                ct);
            if (taken == 1) return null;
            if (await db.CallCounts.Where(c => c.Id == key).Select(c => (DateTimeOffset?)c.EndsAt).SingleOrDefaultAsync(ct) is { } runs) return runs;

            db.Add(new CallCount { Id = key, Used = 1, Most = most, EndsAt = end });
            return null;
        }
    }
}
