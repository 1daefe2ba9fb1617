using InvoiceSync.Kernel;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Invoicing;

/// <summary>A pro-forma or quote as a PDF. The browser prints while no transaction is open.</summary>
[Requires("invoice.read")]
public sealed record PrintEstimate(EstimateId Estimate) : IQuery<PrintedInvoice>, IProcess<PrintedInvoice>
{
    internal sealed class Handler(IDispatcher dispatcher, IPagePrinter printer, ILogger<PrintEstimate> log) : IHandle<PrintEstimate, PrintedInvoice>
    {
        public async Task<PrintedInvoice> Handle(PrintEstimate query, CancellationToken ct)
        {
            var page = (await dispatcher.Ask(new DrawEstimate(query.Estimate), ct)).OrThrow();
            var answer = await printer.Print(page.Html, ct);
            if (answer is PrintAnswer.Failed failed) log.LogWarning("{Estimate} was not printed: {Problem}", query.Estimate, failed.Problem);
            return answer switch
            {
                PrintAnswer.Printed printed => new(printed.Pdf, page.FileName),
                PrintAnswer.Absent => throw new RuleBrokenException(PrintErrors.Absent),
                PrintAnswer.Busy => throw new RuleBrokenException(PrintErrors.Busy),
                _ => throw new RuleBrokenException(PrintErrors.Failed),
            };
        }
    }
}
