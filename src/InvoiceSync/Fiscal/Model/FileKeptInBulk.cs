using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Files invoices that were kept without filing. One that is kept no more was done already.</summary>
sealed class FileKeptInBulk(FiscalProviders providers) : IBulkAct
{
    public string Name => "file-kept";

    public string Permission => "fiscal.file";

    public async Task<IBulkAct.Foreseen> Foresee(Caller caller, IDispatcher dispatcher, InvoiceId invoice, string? to, CancellationToken ct)
    {
        var asked = await dispatcher.Ask(new GetInvoice(invoice), ct);
        if (!asked.IsOk) return new($"{invoice}", Against: asked.Error);
        var (document, filing) = (asked.OrThrow().Document, (await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow());
        var chosen = (await dispatcher.Ask(new GetProviders(), ct)).OrThrow().Chosen;
        return new($"{document.Number} · {document.Buyer.Name}", filing?.Attempts.Count ?? 0, filing switch
        {
            { KeptBecause: KeptBecause.Abroad } when providers.Find(chosen) is IFiscalBooks => FilingErrors.KeptHasNumber,
            // It goes with the invoice that it takes back.
            { KeptBecause: KeptBecause.Abroad } when await IsKept(asked.OrThrow().Corrects, dispatcher, ct) => FilingErrors.OriginalKept,
            { KeptBecause: KeptBecause.Abroad } => null,
            { KeptBecause: KeptBecause.SelfBilled } => FilingErrors.BuyerFiles,
            _ => FilingErrors.NotKept,
        });
    }

    static async Task<bool> IsKept(InvoiceId? invoice, IDispatcher dispatcher, CancellationToken ct) =>
        invoice is { } original && (await dispatcher.Ask(new GetFiling(original), ct)).OrThrow() is { State: FilingState.Kept };

    public async Task<Error?> Do(IDispatcher dispatcher, InvoiceId invoice, long version, string? to, CancellationToken ct)
    {
        var filing = (await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow();
        return filing is { State: FilingState.Kept } ? (await dispatcher.Send(new FileKeptInvoice(invoice), ct)).Error : null;
    }
}
