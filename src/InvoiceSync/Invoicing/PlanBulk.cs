using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Looks what would become of each invoice if an act were done with all of them, and keeps that as a plan. Nothing is done yet.
/// To is a person (usr_…) where the act needs one.
/// </summary>
[Requires("invoice.read")]
public sealed record PlanBulk(string Act, IReadOnlyList<InvoiceId> Invoices, string? To = null) : IProcess<BulkRunId>
{
    internal sealed class Handler(IDispatcher dispatcher, CallerHolder who, IEnumerable<IBulkAct> acts) : IHandle<PlanBulk, BulkRunId>
    {
        public async Task<BulkRunId> Handle(PlanBulk command, CancellationToken ct)
        {
            var act = Rule.Found(acts.SingleOrDefault(a => a.Name == command.Act), BulkErrors.ActUnknown);
            Rule.Require(who.Caller.May(act.Permission), CallerErrors.PermissionMissing);
            var chosen = command.Invoices.Distinct().ToList();
            Rule.Require(chosen.Count is > 0 and <= BulkErrors.Most, BulkErrors.NothingChosen);
            List<KeepBulkPlan.Row> rows = [];
            foreach (var invoice in chosen) rows.Add(new(invoice, await act.Foresee(who.Caller, dispatcher, invoice, command.To, ct)));
            return (await dispatcher.Send(new KeepBulkPlan(command.Act, command.To, rows), ct)).OrThrow();
        }
    }
}
