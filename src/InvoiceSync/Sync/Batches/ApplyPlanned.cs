using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync.Batches;

/// <summary>Processes a sale if it is still the one a plan showed: what was compared is what is recorded. Begun before, an invoice it has by now is its own.</summary>
[Requires("invoice.create")]
sealed record ApplyPlanned(SourceKey Key, string Digest, bool WasBegun) : IProcess<ProcessSale.View>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who, TimeProvider time) : IHandle<ApplyPlanned, ProcessSale.View>
    {
        public async Task<ProcessSale.View> Handle(ApplyPlanned command, CancellationToken ct)
        {
            var reading = await Reading.Begin(command.Key, door, dispatcher, who.Caller, time, ct);
            var now = (await dispatcher.Send(new PlanSale(command.Key), ct)).OrThrow();
            if (now.Code == SaleErrors.Invoiced.Code) Rule.Require(command.WasBegun, SaleErrors.Invoiced);
            else
            {
                Rule.Require(now.Digest == command.Digest, BatchErrors.Changed);
                (await dispatcher.Send(reading.Answered(now.Source), ct)).OrThrow();
            }

            return (await dispatcher.Send(new ProcessSale(command.Key, new()), ct)).OrThrow();
        }
    }
}
