using InvoiceSync.Access;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>Makes a sale, and the invoice made of it, somebody's own; null makes it nobody's. Only who may change all sales assigns them.</summary>
[Requires("invoice.update")]
public sealed record AssignSale(SaleId Sale, UserId? To) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, CallerHolder who) : IHandle<AssignSale, Done>
    {
        public async Task<Done> Handle(AssignSale command, CancellationToken ct)
        {
            Rule.Require(who.Caller.Reach("invoice.update") is null, SaleErrors.NotYours);
            if (command.To is { } person) (await dispatcher.Ask(new CheckMember(person), ct)).OrThrow();
            var owner = command.To?.ToString();
            if ((await dispatcher.Send(new KeepOwner(command.Sale, owner), ct)).OrThrow() is { } invoice)
                (await dispatcher.Send(new AssignInvoice(invoice, owner), ct)).OrThrow();
            return default;
        }
    }
}

/// <summary>The sale's part of an assignment; answers the invoice that follows it.</summary>
[Requires("invoice.update")]
sealed record KeepOwner(SaleId Sale, string? Owner) : ICommand<InvoiceId?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeepOwner, InvoiceId?>
    {
        public async Task<InvoiceId?> Handle(KeepOwner command, CancellationToken ct)
        {
            var sale = await db.FoundSale(command.Sale, ct);
            sale.Assign(command.Owner);
            return sale.InvoiceId;
        }
    }
}
