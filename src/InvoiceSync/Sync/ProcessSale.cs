using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>
/// Takes one sale all the way: reads it if we do not know it, keeps what the caller says about it, makes its invoice and
/// begins to file. Asked again it answers the same invoice; what others did meanwhile is taken as done.
/// </summary>
[Requires("invoice.create")]
public sealed record ProcessSale(SourceKey Key, SaleInstructions Instructions) : IProcess<ProcessSale.View>
{
    /// <summary>Where the sale stands now. Reason says why it waits for a person or for its invoice.</summary>
    public sealed record View(SaleId? Sale, InvoiceId? Invoice, SaleState State, string? ReasonCode, string? Reason)
    {
        internal static View Of(GetSale.View sale) => new(sale.Sale.Id, sale.Invoice, sale.Sale.State, sale.ReasonCode, sale.Sale.Reason);
    }

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ProcessSale, View>
    {
        const int Tries = 3;

        public async Task<View> Handle(ProcessSale command, CancellationToken ct)
        {
            Instructed.Check(command.Key, command.Instructions);
            if (command.Instructions.Number is { } number) await CheckNumber(command.Key, number, ct);
            var sale = await Known(command, ct);
            if (sale.Invoice is not null) return await Made(sale, command.Instructions, ct);

            Rule.Require(sale.Sale.State != SaleState.NotDue, SaleErrors.NotDue(sale.Sale.Reason));
            var invoiced = await Invoice(sale.Sale.Id, ct);
            if (invoiced.Error is { Kind: not (ErrorKind.Conflict or ErrorKind.Unavailable) } refusal) throw new RuleBrokenException(refusal);

            var now = (await dispatcher.Ask(new GetSale(sale.Sale.Id), ct)).OrThrow();
            if (now.Invoice is not null) Instructed.CheckAgainst(now, command.Instructions);
            return now.Invoice is null && invoiced.Error is { } away ? View.Of(now) with { ReasonCode = away.Code, Reason = away.Message } : View.Of(now);
        }

        /// <summary>Of two that invoice a sale at once the slower meets a conflict; asked again it finds the other's invoice.</summary>
        async Task<Result<Done>> Invoice(SaleId sale, CancellationToken ct)
        {
            for (var attempt = 1; ; attempt++)
            {
                var invoiced = await dispatcher.Send(new InvoiceSale(sale), ct);
                if (invoiced.Error is not { Kind: ErrorKind.Conflict } || attempt == Tries) return invoiced;
            }
        }

        /// <summary>The sale, read if need be, with the instructions kept. Of two callers at once the slower finds it known.</summary>
        async Task<GetSale.View> Known(ProcessSale command, CancellationToken ct)
        {
            for (var attempt = 1; ; attempt++)
            {
                var known = (await dispatcher.Ask(new FindSale(command.Key), ct)).OrThrow();
                var sale = known is { } id ? (await dispatcher.Ask(new GetSale(id), ct)).OrThrow() : null;
                if (sale is { Invoice: not null }) return sale;

                // A sale that was not finished when it was read may be by now.
                var kept = sale is null or { Sale.State: SaleState.NotDue }
                    ? await dispatcher.Send(new ReadSaleAs(command.Key, command.Instructions), ct)
                    : await dispatcher.Send(new InstructSale(sale.Sale.Id, command.Instructions), ct);
                if (kept.IsOk) return (await dispatcher.Ask(new GetSale(await Found(command.Key, ct)), ct)).OrThrow();
                if (kept.Error is not { Kind: ErrorKind.Conflict } || attempt == Tries) kept.OrThrow();
            }
        }

        async Task<SaleId> Found(SourceKey key, CancellationToken ct) =>
            (await dispatcher.Ask(new FindSale(key), ct)).OrThrow() ?? throw new RuleBrokenException(SaleErrors.NotFound);

        async Task CheckNumber(SourceKey key, string number, CancellationToken ct)
        {
            var mine = (await dispatcher.Ask(new FindSale(key), ct)).OrThrow() is { } id ? (await dispatcher.Ask(new GetSale(id), ct)).OrThrow().Sale : null;
            if (mine is { Invoice: not null } && mine.Number == number) return;
            Rule.Require(!(await dispatcher.Ask(new IsNumberTaken(number), ct)).OrThrow(), SaleErrors.NumberTaken);
        }

        /// <summary>An invoice the authority refused is corrected and filed again; any other is answered as it is.</summary>
        async Task<View> Made(GetSale.View sale, SaleInstructions said, CancellationToken ct)
        {
            if (Instructed.Mends(sale, said))
            {
                (await dispatcher.Send(new CorrectSale(sale.Sale.Id, sale.Buyer with { TaxId = said.TaxId }), ct)).OrThrow();
                // The row hears of the new attempt a moment later.
                return View.Of(sale) with { State = SaleState.Waiting, ReasonCode = null, Reason = null };
            }

            Instructed.CheckAgainst(sale, said);
            return View.Of(sale);
        }
    }
}
