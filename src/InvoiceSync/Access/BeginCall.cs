using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Asks whether a repeatable call is new, runs already, or has its answer. Whoever begins it gets a mark and has two minutes; then another may.</summary>
[Requires("self")]
public sealed record BeginCall(Guid Key, byte[] Request) : ICommand<BeginCall.State>
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Mark when the caller is to run it, Answer when that was done; neither while somebody else runs it.</summary>
    public sealed record State(CallMark? Mark, byte[]? Answer);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<BeginCall, State>
    {
        public async Task<State> Handle(BeginCall command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var call = await db.RepeatableCalls.SingleOrDefaultAsync(c => c.Id == command.Key, ct);
            if (call is null) db.Add(call = new RepeatableCall { Id = command.Key, Request = command.Request, BegunAt = now });
            else if (call.BegunAt <= now - Kept) (call.Request, call.BegunAt, call.IsCommitted, call.Answer) = (command.Request, now, false, null);
            else
            {
                Rule.Require(call.Request.AsSpan().SequenceEqual(command.Request), CallErrors.Reused);
                if (call.Answer is { } answer) return new(null, answer);
                if (call.LeaseUntil > now) return new(null, null);
                Rule.Require(!call.IsCommitted, CallErrors.AnswerLost);
            }

            // A second one who does the same now meets the key of the row, or its runner, and looks again.
            (call.Runner, call.LeaseUntil) = (Guid.CreateVersion7(now), now + Lease);
            return new(new(call.Id, call.Runner), null);
        }
    }
}
