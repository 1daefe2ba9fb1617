using InvoiceSync.Kernel;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The invoice as a PDF: the original where it is made elsewhere, else in the design it was issued with. A question by what it asks, a process by how: the browser prints
/// while no transaction is open.
/// </summary>
[Requires("invoice.read")]
public sealed record PrintInvoice(InvoiceId Invoice) : IQuery<PrintedInvoice>, IProcess<PrintedInvoice>
{
    internal sealed class Handler(IDispatcher dispatcher, IPagePrinter printer, ILogger<PrintInvoice> log) : IHandle<PrintInvoice, PrintedInvoice>
    {
        public async Task<PrintedInvoice> Handle(PrintInvoice query, CancellationToken ct)
        {
            switch ((await dispatcher.Ask(new GetOriginal(query.Invoice, Whole: true), ct)).OrThrow())
            {
                case { Number: { } number, Pdf: { } pdf }: return new(pdf, DrawInvoice.FileNameOf(number));
                case not null: throw new RuleBrokenException(PrintErrors.Awaited);
            }

            var page = (await dispatcher.Ask(new DrawInvoice(query.Invoice), ct)).OrThrow();
            switch (await printer.Print(page.Html, ct))
            {
                case PrintAnswer.Printed printed: return new(printed.Pdf, page.FileName);
                case PrintAnswer.Absent: throw new RuleBrokenException(PrintErrors.Absent);
                case PrintAnswer.Busy: throw new RuleBrokenException(PrintErrors.Busy);
                case PrintAnswer.Failed failed: log.LogWarning("{Invoice} was not printed: {Problem}", query.Invoice, failed.Problem); break;
            }

            throw new RuleBrokenException(PrintErrors.Failed);
        }
    }
}
