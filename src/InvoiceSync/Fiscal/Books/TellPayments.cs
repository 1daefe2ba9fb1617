using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Books;

/// <summary>
/// Tells a provider's books of one payment of an invoice, or takes one back there; what is left is queued after it. What they
/// say was paid is read before each call, so a lost answer is settled by reading it once more.
/// </summary>
[Requires("fiscal.file")]
sealed record TellPayments(InvoiceId Invoice) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, FiscalPace pace, TimeProvider time) : IHandle<TellPayments, Done>
    {
        public async Task<Done> Handle(TellPayments command, CancellationToken ct)
        {
            // A conflict is somebody who wrote to the same row by a hair sooner, another worker or a person who reads the balance.
            var planned = await dispatcher.Send(new PlanTelling(command.Invoice), ct);
            if (planned.Error is { Kind: ErrorKind.Conflict }) return await Again(command.Invoice, time.GetUtcNow() + pace.BeforeRetry(TenantMode.Practice), ct);
            if (planned.OrThrow() is not { } step) return default;

            var desk = await door.Open(step.Provider, who.Caller, ct);
            if (desk.Provider is not IFiscalBooks books || !desk.Account.HearsOfPayments) return default;
            if (step.CalledAt + pace.BooksLag(desk.Mode) is { } known && time.GetUtcNow() < known) return await Again(command.Invoice, known, ct);

            var answer = await books.Balance(desk.Account, step.LegalNumber, ct);
            if (answer is BooksAnswer<BooksBalance?>.Denied(var denied)) await door.NeedsPerson(who.Caller, denied, ct, step.Provider);
            if (answer is not BooksAnswer<BooksBalance?>.Found({ Paid: not null, Unpaid: not null } there)) return await Again(command.Invoice, time.GetUtcNow() + Pause(answer, desk.Mode), ct);
            return step.CalledAt is null ? await Tell(command.Invoice, step, desk, books, there, ct) : await Settle(command.Invoice, step, desk, there, ct);
        }

        async Task<Done> Tell(InvoiceId invoice, PlanTelling.Step step, FiscalDesk desk, IFiscalBooks books, BooksBalance there, CancellationToken ct)
        {
            // Somebody has been there by hand: telling it as well would make it two.
            if (step.IsBack ? there.Paid < step.Payment.Amount : there.Unpaid < step.Payment.Amount)
                return await Ask(invoice, step, there, $"{books.Title} shows {there.Paid:0.00} paid and {there.Unpaid:0.00} unpaid on {step.LegalNumber} already. {Wanted(step)} Look there whether somebody did that by hand.", ct);
            var begun = await dispatcher.Send(new BeginTelling(invoice, step.Number, there), ct);
            if (begun.Error is { Kind: ErrorKind.Conflict }) return await Again(invoice, time.GetUtcNow() + pace.BeforeRetry(desk.Mode), ct);
            if (!begun.OrThrow()) return default;

            var change = step.IsBack ? await books.Unpay(desk.Account, step.LegalNumber, step.Payment, ct) : await books.Pay(desk.Account, step.LegalNumber, step.Payment, ct);
            if (change is BooksChange.Denied(var why)) await door.NeedsPerson(who.Caller, why, ct, step.Provider);
            return (await dispatcher.Send(new RecordTelling(invoice, step.Number, change, desk.Mode), ct)).OrThrow();
        }

        // Unmoved: it was not done. Moved: it may have been us, or somebody at the same moment.
        async Task<Done> Settle(InvoiceId invoice, PlanTelling.Step step, FiscalDesk desk, BooksBalance there, CancellationToken ct) => there.Paid == step.Mark
            ? (await dispatcher.Send(new RecordTelling(invoice, step.Number, new BooksChange.NotSent($"{desk.Provider.Title} still shows {there.Paid:0.00} paid: it was not done."), desk.Mode), ct)).OrThrow()
            : await Ask(invoice, step, there, $"{desk.Provider.Title} shows {there.Paid:0.00} paid on {step.LegalNumber}; before the answer was lost it was {step.Mark:0.00}. {Wanted(step)} Look there whether it was done.", ct);

        async Task<Done> Ask(InvoiceId invoice, PlanTelling.Step step, BooksBalance there, string why, CancellationToken ct) =>
            (await dispatcher.Send(new AskAboutTelling(invoice, step.Number, there, why), ct)).OrThrow();

        // What is denied, or not there at all, waits for a person.
        TimeSpan Pause(BooksAnswer<BooksBalance?> answer, TenantMode mode) => answer switch
        {
            BooksAnswer<BooksBalance?>.Limited(var after) => after ?? pace.BeforeRetry(mode),
            BooksAnswer<BooksBalance?>.Unavailable => pace.BeforeRetry(mode),
            _ => pace.BeforeLookingForPerson(mode),
        };

        async Task<Done> Again(InvoiceId invoice, DateTimeOffset at, CancellationToken ct) => (await dispatcher.Send(new QueueTelling(invoice, at), ct)).OrThrow();

        static string Wanted(PlanTelling.Step step) => step.IsBack ? $"A payment of {step.Payment.Amount:0.00} was to be taken back." : $"A payment of {step.Payment.Amount:0.00} was to be told.";
    }
}
