using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Makes invoices a person's own.</summary>
sealed class AssignInBulk : IBulkAct
{
    public string Name => "assign";

    public string Permission => "invoice.update";

    public async Task<IBulkAct.Foreseen> Foresee(Caller caller, IDispatcher dispatcher, InvoiceId invoice, string? to, CancellationToken ct)
    {
        Rule.Require(Ids.TryParse<UserId>(to, out var person), BulkErrors.NobodyChosen);
        (await dispatcher.Ask(new CheckMember(person), ct)).OrThrow();
        var asked = await dispatcher.Ask(new GetInvoice(invoice), ct);
        if (!asked.IsOk) return new($"{invoice}", Against: asked.Error);
        var document = asked.OrThrow().Document;
        return new($"{document.Number} · {document.Buyer.Name}", Against: caller.Reach("invoice.update") is null ? null : CallerErrors.PermissionMissing);
    }

    public async Task<Error?> Do(IDispatcher dispatcher, InvoiceId invoice, long version, string? to, CancellationToken ct) =>
        (await dispatcher.Send(new AssignInvoice(invoice, to), ct)).Error;
}
