using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Makes what the schedules of a company owe: every day that has come and is not made, the oldest first, each once. One that cannot says why, and holds up no other.</summary>
[Requires("schedule.run")]
public sealed record MakeDueInvoices : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, TimeProvider time) : IHandle<MakeDueInvoices, Done>
    {
        const int Together = 200;

        // More than a year of weeks was missed: then the next hour goes on.
        const int MostMissed = 60;

        public async Task<Done> Handle(MakeDueInvoices command, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            var due = (await dispatcher.Ask(new ListDueSchedules(today), ct)).OrThrow();
            foreach (var some in due.Chunk(Together))
            {
                var named = some.Select(d => d.Customer).OfType<CustomerId>().Distinct().ToList();
                var buyers = named.Zip((await dispatcher.Ask(new GetBuyers(named), ct)).OrThrow()).ToDictionary(b => b.First, b => b.Second);
                foreach (var one in some) await Make(one, one.Customer is { } customer ? buyers[customer] : (Result<GetBuyers.Found>?)null, today, ct);
            }

            return default;
        }

        async Task Make(ListDueSchedules.Due due, Result<GetBuyers.Found>? buyer, DateOnly today, CancellationToken ct)
        {
            // A customer that merely lacks something is written to as the schedule says; issuing tells what is missing.
            if (buyer?.Error?.Code is "customer.archived" or "customer.not_found")
            {
                (await dispatcher.Send(new NoteScheduleProblem(due.Schedule, null, ScheduleErrors.CustomerArchived), ct)).OrThrow();
                return;
            }

            var current = buyer is { IsOk: true } found ? DraftBuyer.Of(found.OrThrow().Buyer) : null;
            for (var period = due.Period; period < due.Period + MostMissed; period++)
            {
                var made = await dispatcher.Send(new MakeScheduled(due.Schedule, period, today, current), ct);
                if (made.IsOk && made.OrThrow()) continue;
                // Another node made it in the same moment, or somebody has just changed it: that, or the next hour, goes on.
                if (made.Error is { Kind: not ErrorKind.Conflict } why) (await dispatcher.Send(new NoteScheduleProblem(due.Schedule, null, why), ct)).OrThrow();
                return;
            }
        }
    }
}
