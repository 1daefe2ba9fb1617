using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Calls ANAF with the kept token and says what works, what does not, and what to do.</summary>
[Requires("integration.manage")]
public sealed record TestAnaf : IProcess<ConnectionReport>
{
    internal sealed class Handler(FiscalDoor door, ScopedDispatch dispatch, CallerHolder who) : IHandle<TestAnaf, ConnectionReport>
    {
        public async Task<ConnectionReport> Handle(TestAnaf command, CancellationToken ct)
        {
            var (account, _) = await door.Account(who.Caller, ct);
            var report = await door.Provider.Test(account, ct) switch
            {
                FiscalCheck.Works => new ConnectionReport(true, $"ANAF files for CUI {account.TaxId}.", [new(true, "The token is valid."), new(true, $"It has the right for CUI {account.TaxId}.")]),
                FiscalCheck.Denied(var why) => Failed(why, new ConnectionReport.Line(false, "The token is valid.", why)),
                FiscalCheck.NoRight(var why) => Failed(why, new ConnectionReport.Line(true, "The token is valid."), new ConnectionReport.Line(false, $"It has the right for CUI {account.TaxId}.", why)),
                FiscalCheck.Unavailable(var why) => Failed(why, new ConnectionReport.Line(false, "ANAF answers.", why)),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
            var note = new NoteConnection(FiscalDoor.Anaf, report.Passed, account.TaxId, $"CUI {account.TaxId}", report.Passed ? "" : report.Headline);
            (await dispatch.As(Caller.System(who.Caller.Tenant, who.Caller.Actor), d => d.Send(note, ct))).OrThrow();
            return report;
        }

        static ConnectionReport Failed(string why, params IReadOnlyList<ConnectionReport.Line> lines) => new(false, why, lines);
    }
}
