using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Audit;

/// <summary>Sends a log system one entry made for it, and tells at once what came of it. The log itself is not touched by it, but that it was tried is an entry.</summary>
[Requires("integration.manage")]
public sealed record TestOutlet(OutletId Outlet) : IProcess<TestOutlet.Outcome>
{
    /// <summary>Problem is in the other end's words; null when the entry was taken.</summary>
    public sealed record Outcome(string? Problem);

    internal sealed class Handler(ScopedDispatch dispatch, IDispatcher dispatcher, IOutletLine line, CallerHolder who, TimeProvider time) : IHandle<TestOutlet, Outcome>
    {
        public async Task<Outcome> Handle(TestOutlet command, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("audit.read"), CallerErrors.PermissionMissing);
            var tenant = who.Caller.Tenant;
            var target = (await dispatch.As(Caller.System(tenant, "audit"), d => d.Ask(new OpenOutlet(command.Outlet), ct))).OrThrow();
            var answer = await line.Send(target, [Sample(tenant)], ct);
            var problem = Problem(answer);
            (await dispatcher.Send(new RecordAct(new("outlet.tested", "outlet", command.Outlet.ToString()) { Status = problem is null ? ActStatus.Ok : ActStatus.Failed }), ct)).OrThrow();
            return new(problem);
        }

        OutletEntry Sample(TenantId tenant) => new(
            time.New<AuditEntryId>().ToString(), 0, time.GetUtcNow(), tenant.ToString(), "outlet.tested", "system", "system", null, null, "audit.test-outlet", "ok", "outlet", "", "",
            new Dictionary<string, string> { ["test"] = "Romania: ăâîșț" }, [], "");

        static string? Problem(OutletAnswer answer) => answer switch
        {
            OutletAnswer.Settled { Refused: [var refusal, ..] } => refusal.Reason,
            OutletAnswer.Settled settled => settled.Problem,
            OutletAnswer.Unreadable unreadable => unreadable.Reason,
            OutletAnswer.Away away => away.Reason,
            _ => null,
        };
    }
}
