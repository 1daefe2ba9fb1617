using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Calls SmartBill with the kept login and says what works, what does not, and what to do. It makes no document.</summary>
[Requires("integration.manage")]
public sealed record TestSmartBill : IProcess<ConnectionReport>
{
    internal sealed class Handler(FiscalDoor door, ScopedDispatch dispatch, CallerHolder who) : IHandle<TestSmartBill, ConnectionReport>
    {
        public async Task<ConnectionReport> Handle(TestSmartBill command, CancellationToken ct)
        {
            var desk = await door.Open(FiscalDoor.SmartBill, who.Caller, ct);
            var company = desk.Account.Settings.GetValueOrDefault("cif") ?? desk.Account.TaxId;
            var series = desk.Account.Settings.GetValueOrDefault("series");
            var report = await desk.Provider.Test(desk.Account, ct) switch
            {
                FiscalCheck.Works => new ConnectionReport(true, $"SmartBill numbers invoices of {company} from series {series}.", [new(true, "The login is valid."), new(true, $"The account has the company {company} and the series {series}.")]),
                FiscalCheck.Denied(var why) => Failed(why, new ConnectionReport.Line(false, "The login is valid.", why)),
                FiscalCheck.NoRight(var why) => Failed(why, new ConnectionReport.Line(true, "The login is valid."), new ConnectionReport.Line(false, $"The account has the company {company} and the series.", why)),
                FiscalCheck.Unavailable(var why) => Failed(why, new ConnectionReport.Line(false, "SmartBill answers.", why)),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
            var note = new NoteConnection(FiscalDoor.SmartBill, report.Passed, company, company, report.Passed ? "" : report.Headline);
            (await dispatch.As(Caller.System(who.Caller.Tenant, who.Caller.Actor), d => d.Send(note, ct))).OrThrow();
            return report;
        }

        static ConnectionReport Failed(string why, params IReadOnlyList<ConnectionReport.Line> lines) => new(false, why, lines);
    }
}
