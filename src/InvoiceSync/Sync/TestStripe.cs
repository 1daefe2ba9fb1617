using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Calls Stripe with the kept key and says what works, what does not, and what to do.</summary>
[Requires("integration.manage")]
public sealed record TestStripe : IProcess<ConnectionReport>
{
    internal sealed class Handler(SourceDoor door, ScopedDispatch dispatch, CallerHolder who) : IHandle<TestStripe, ConnectionReport>
    {
        public async Task<ConnectionReport> Handle(TestStripe command, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            var (report, note) = await source.Test(account, ct) switch
            {
                ConnectionCheck.Works works => (Report(works), new NoteConnection(SourceDoor.Stripe, true, works.AccountId, works.AccountName, "")),
                ConnectionCheck.Fails(var error) => (
                    new ConnectionReport(false, error.Message, [new(false, "The key opens the account", error.Message)]),
                    new NoteConnection(SourceDoor.Stripe, false, NeedsAttention: error.Message)),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
            (await dispatch.As(Caller.System(who.Caller.Tenant, who.Caller.Actor), d => d.Send(note, ct))).OrThrow();
            return report;
        }

        static ConnectionReport Report(ConnectionCheck.Works works) => new(
            true,
            works.AccountName,
            [new(true, $"The key opens the account {works.AccountName} ({works.AccountId})."), .. works.Remarks.Select(r => new ConnectionReport.Line(false, r))]);
    }
}
