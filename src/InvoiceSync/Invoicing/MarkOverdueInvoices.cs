using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Tells, once of each, which invoices have become overdue in the company's calendar. A busy one has its turn an hour later.</summary>
[Requires("invoice.send")]
public sealed record MarkOverdueInvoices : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, TimeProvider time) : IHandle<MarkOverdueInvoices, Done>
    {
        public async Task<Done> Handle(MarkOverdueInvoices command, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            while ((await dispatcher.Send(new TellOverdue(today), ct)).OrThrow() == TellOverdue.AtOnce)
            {
            }

            return default;
        }
    }
}
