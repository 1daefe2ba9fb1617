using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Monitoring;

/// <summary>Lets go of stuck work nobody wants to try again: it leaves the list and is deleted later. Whatever asks for it once more makes it live again.</summary>
[Requires("fiscal.file")]
public sealed record PutAsideWork(Guid Work) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<PutAsideWork, Done>
    {
        public async Task<Done> Handle(PutAsideWork command, CancellationToken ct)
        {
            var stuck = db.Set<WorkItem>().Where(w => w.Id == command.Work && w.State == WorkState.Dead);
            var work = Rule.Found(await stuck.Select(w => new { w.Name, w.Key, w.Problem }).SingleOrDefaultAsync(ct), RetryStuckWork.NotStuck);
            // Its time counts from now on, for the cleaning.
            var now = time.GetUtcNow();
            Rule.Require(await stuck.ExecuteUpdateAsync(w => w.SetProperty(x => x.State, WorkState.Aside).SetProperty(x => x.DueAt, now), ct) == 1, RetryStuckWork.NotStuck);
            db.Note(new("work.put_aside", "work", $"{command.Work}")
            {
                Details = new Dictionary<string, string> { ["work"] = work.Name, ["about"] = work.Key, ["problem"] = work.Problem ?? "" },
            });
            return default;
        }
    }
}
