using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Issues drafts, each as it was when the plan was shown.</summary>
sealed class IssueInBulk : IBulkAct
{
    public string Name => "issue";

    public string Permission => "invoice.create";

    public async Task<IBulkAct.Foreseen> Foresee(Caller caller, IDispatcher dispatcher, InvoiceId invoice, string? to, CancellationToken ct)
    {
        var asked = await dispatcher.Ask(new GetDraft(invoice), ct);
        if (!asked.IsOk) return new($"{invoice}", Against: asked.Error);
        var draft = asked.OrThrow();
        var total = new Money(DraftTotals.Of(draft.Content).Totals.TaxInclusive, draft.Content.Currency);
        var label = $"{draft.Content.Buyer.Name} · {total}";
        if (draft.Waits is not null) return new(label, draft.Version, DraftErrors.Waits);
        var ready = (await dispatcher.Ask(new PrepareDraft(invoice), ct)).OrThrow();
        return new(label, ready.Version, ready.Faults.Count > 0 ? ready.Faults[0] : null);
    }

    public async Task<Error?> Do(IDispatcher dispatcher, InvoiceId invoice, long version, string? to, CancellationToken ct) =>
        (await dispatcher.Send(new IssueDraft(invoice, Known: version), ct)).Error;
}
