using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>The PDF of the invoice behind a link.</summary>
[Anonymous]
public sealed record PrintSharedInvoice(string Token) : IProcess<PrintedInvoice>
{
    public override string ToString() => nameof(PrintSharedInvoice);

    internal sealed class Handler(ScopedDispatch inside) : IHandle<PrintSharedInvoice, PrintedInvoice>
    {
        public async Task<PrintedInvoice> Handle(PrintSharedInvoice query, CancellationToken ct)
        {
            Rule.Require(LinkToken.TryRead(query.Token, out var within, out var link, out var hash), LinkErrors.NotFound);
            var invoice = (await inside.As(within, d => d.Ask(new OpenInvoiceLink(link, hash), ct))).OrThrow();
            return (await inside.As(LinkToken.Reader(within), d => d.Ask(new PrintInvoice(invoice), ct))).OrThrow();
        }
    }
}
