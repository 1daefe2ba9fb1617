using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>What the public page behind a link shows; the same refusal whether the link is unknown or withdrawn.</summary>
[Anonymous]
public sealed record GetSharedInvoice(string Token) : IProcess<GetSharedInvoice.View>
{
    public override string ToString() => nameof(GetSharedInvoice);

    /// <summary>Logo is a data address, Footer the brand's closing words.</summary>
    public sealed record View(TenantId Tenant, InvoiceId Invoice, InvoiceDocument Document, Settlement Settlement, string Accent, string? Logo, string? Account, string? Footer)
    {
        public IReadOnlyList<ListAttachments.Row> Files { get; init; } = [];
    }

    internal sealed class Handler(ScopedDispatch inside) : IHandle<GetSharedInvoice, View>
    {
        public async Task<View> Handle(GetSharedInvoice query, CancellationToken ct)
        {
            Rule.Require(LinkToken.TryRead(query.Token, out var within, out var link, out var hash), LinkErrors.NotFound);
            var invoice = (await inside.As(within, d => d.Ask(new OpenInvoiceLink(link, hash), ct))).OrThrow();
            return (await inside.As(LinkToken.Reader(within), d => d.Ask(new ShowSharedInvoice(invoice), ct))).OrThrow();
        }
    }
}
