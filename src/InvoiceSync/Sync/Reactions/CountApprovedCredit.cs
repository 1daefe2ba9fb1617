using InvoiceSync.Access;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync.Reactions;

/// <summary>
/// An approved credit note counts on the sale whose money it takes back. Invoicing issues the note on the same word: whichever of the
/// two comes first does, the other finds it done.
/// </summary>
sealed class CountApprovedCredit(IDispatcher dispatcher) : IOn<ApprovalGiven>
{
    public async Task Handle(ApprovalGiven happened, CancellationToken ct)
    {
        if (happened.Kind is not ApprovalKind.CreditNote || !Ids.TryParse<InvoiceId>(happened.Subject, out var note)) return;
        if ((await dispatcher.Ask(new FindReturned(note), ct)).OrThrow() is { } key) (await dispatcher.Send(new CreditReturns(key), ct)).OrThrow();
    }
}
