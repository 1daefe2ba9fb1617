using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access.Model;

/// <summary>What a person does about their account is of interest to each of their companies: left to the work queue in the same commit, one entry a company.</summary>
sealed class PersonalActs(InvoiceSyncDb db, CallerHolder who, TimeProvider time)
{
    public void Note(User user, string happened, string? address = null, string? agent = null, ActStatus status = ActStatus.Ok)
    {
        var id = new UserId(user.Id);
        var act = new Act(happened, "user", id.ToString())
        {
            Status = status,
            Actor = id.ToString(),
            ActorName = user.Name,
            Address = address ?? who.Caller.Address,
            Agent = agent ?? who.Caller.Agent,
        };
        var now = time.GetUtcNow();
        db.Pending.Add(TenantId.Platform, new TellCompanies(id, act), $"{happened}:{Guid.CreateVersion7(now):N}", now);
    }
}
