using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>The PDF of a pro-forma as a provider's books print it, asked for there each time.</summary>
[Requires("invoice.read")]
public sealed record PrintEstimateInBooks(EstimateId Estimate) : IQuery<PrintEstimateInBooks.Paper>, IProcess<PrintEstimateInBooks.Paper>
{
    public sealed record Paper(string Name, byte[] Pdf);

    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<PrintEstimateInBooks, Paper>
    {
        public async Task<Paper> Handle(PrintEstimateInBooks query, CancellationToken ct)
        {
            var (desk, books, number) = await dispatcher.EstimateDesk(door, who.Caller, query.Estimate, ct);
            return await books.EstimatePdf(desk.Account, number, ct) switch
            {
                ReceiptAnswer.Pdf(var pdf) => new($"{number.Replace(' ', '-')}.pdf", pdf.ToArray()),
                ReceiptAnswer.NotFound(var text) => throw new RuleBrokenException(BooksErrors.Refused(text)),
                ReceiptAnswer.Denied(var why) => throw new RuleBrokenException(SmartBillErrors.Denied(why)),
                ReceiptAnswer.Unavailable(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
                _ => throw new RuleBrokenException(SmartBillErrors.Away($"{books.Title} has had enough calls for now.")),
            };
        }
    }
}
