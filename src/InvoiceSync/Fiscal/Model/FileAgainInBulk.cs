using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Files refused invoices again. The number of attempts so far tells whether it was done already.</summary>
sealed class FileAgainInBulk : IBulkAct
{
    public string Name => "file-again";

    public string Permission => "fiscal.file";

    public async Task<IBulkAct.Foreseen> Foresee(Caller caller, IDispatcher dispatcher, InvoiceId invoice, string? to, CancellationToken ct)
    {
        var asked = await dispatcher.Ask(new GetInvoice(invoice), ct);
        if (!asked.IsOk) return new($"{invoice}", Against: asked.Error);
        var (document, filing) = (asked.OrThrow().Document, (await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow());
        return new($"{document.Number} · {document.Buyer.Name}", filing?.Attempts.Count ?? 0, filing is { State: FilingState.Refused } ? null : FilingErrors.NotRefused);
    }

    public async Task<Error?> Do(IDispatcher dispatcher, InvoiceId invoice, long version, string? to, CancellationToken ct)
    {
        var filing = (await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow();
        return filing?.Attempts.Count > version ? null : (await dispatcher.Send(new RefileInvoice(invoice), ct)).Error;
    }
}
