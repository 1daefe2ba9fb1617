using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>A file of the invoice behind a link; one of any other invoice is not found.</summary>
[Anonymous]
public sealed record ReadSharedAttachment(string Token, AttachmentId Attachment) : IProcess<ReadAttachment.View>
{
    public override string ToString() => nameof(ReadSharedAttachment);

    internal sealed class Handler(ScopedDispatch inside) : IHandle<ReadSharedAttachment, ReadAttachment.View>
    {
        public async Task<ReadAttachment.View> Handle(ReadSharedAttachment query, CancellationToken ct)
        {
            Rule.Require(LinkToken.TryRead(query.Token, out var within, out var link, out var hash), LinkErrors.NotFound);
            var invoice = (await inside.As(within, d => d.Ask(new OpenInvoiceLink(link, hash), ct))).OrThrow();
            var file = await inside.As(LinkToken.Reader(within), d => d.Ask(new ReadAttachment(query.Attachment), ct));
            Rule.Require(file.IsOk && file.OrThrow().Invoice == invoice, LinkErrors.NotFound);
            return file.OrThrow();
        }
    }
}
