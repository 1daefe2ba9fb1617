using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps that the customer has seen the public page, or taken the PDF from it. The first time counts; later ones change nothing.</summary>
[Anonymous]
public sealed record NoteSharedInvoice(string Token, bool Downloaded = false) : IProcess<Done>
{
    public override string ToString() => nameof(NoteSharedInvoice);

    internal sealed class Handler(ScopedDispatch inside) : IHandle<NoteSharedInvoice, Done>
    {
        public async Task<Done> Handle(NoteSharedInvoice command, CancellationToken ct)
        {
            Rule.Require(LinkToken.TryRead(command.Token, out var within, out var link, out var hash), LinkErrors.NotFound);
            (await inside.As(within, d => d.Ask(new OpenInvoiceLink(link, hash), ct))).OrThrow();
            return (await inside.As(LinkToken.Reader(within), d => d.Send(new MarkInvoiceLink(link, command.Downloaded), ct))).OrThrow();
        }
    }
}
