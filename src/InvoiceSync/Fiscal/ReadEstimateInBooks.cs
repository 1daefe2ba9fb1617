using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Asks a provider's books whether somebody invoiced a pro-forma there, and keeps the answer beside it.</summary>
[Requires("fiscal.file")]
public sealed record ReadEstimateInBooks(EstimateId Estimate) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<ReadEstimateInBooks, Done>
    {
        public async Task<Done> Handle(ReadEstimateInBooks command, CancellationToken ct)
        {
            var (desk, books, number) = await dispatcher.EstimateDesk(door, who.Caller, command.Estimate, ct);
            return await books.InvoicesOf(desk.Account, number, ct) switch
            {
                BooksAnswer<IReadOnlyList<string>>.Found(var made) => (await dispatcher.Send(new KeepEstimateRead(command.Estimate, made), ct)).OrThrow(),
                BooksAnswer<IReadOnlyList<string>>.Denied(var why) => throw new RuleBrokenException(SmartBillErrors.Denied(why)),
                BooksAnswer<IReadOnlyList<string>>.Refused(var text) => throw new RuleBrokenException(BooksErrors.Refused(text)),
                BooksAnswer<IReadOnlyList<string>>.Unavailable(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
                _ => throw new RuleBrokenException(SmartBillErrors.Away($"{books.Title} has had enough calls for now.")),
            };
        }
    }
}
