using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access.Model;

/// <summary>What a person does about their account is of interest to each of their companies: left to the work queue in the same commit, one entry a company.</summary>
sealed class PersonalActs(InvoiceSyncDb db, CallerHolder who, TimeProvider time)
{
    public void Note(User user, string happened, string? address = null, string? agent = null, ActStatus status = ActStatus.Ok, IReadOnlyList<Act.Change>? changes = null)
    {
        var id = new UserId(user.Id).ToString();
        Tell(user, new(happened, "user", id)
        {
            Status = status,
            Actor = id,
            ActorName = user.Name,
            Address = address ?? who.Caller.Address,
            Agent = agent ?? who.Caller.Agent,
            Changes = changes ?? [],
        });
    }

    /// <summary>Somebody tried something at the account. Whether it was the person is just what is not known.</summary>
    public void NoteTry(User user, string happened, string? address) =>
        Tell(user, new(happened, "user", new UserId(user.Id).ToString()) { Status = ActStatus.Failed, Actor = Caller.Nobody.Actor, Address = address ?? who.Caller.Address, Agent = who.Caller.Agent });

    void Tell(User user, Act act)
    {
        var now = time.GetUtcNow();
        db.Pending.Add(TenantId.Platform, new TellCompanies(new(user.Id), act), $"{act.Event}:{Guid.CreateVersion7(now):N}", now);
    }
}
