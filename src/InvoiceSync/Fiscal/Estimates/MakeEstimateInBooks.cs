using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>
/// Makes a pro-forma in a provider's books as somebody wished: its series claimed, the next number read, both committed, then one
/// call. What a lost answer left open is settled by the next number, and by a person once that moved.
/// </summary>
[Requires("fiscal.file")]
sealed record MakeEstimateInBooks(EstimateId Estimate) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, FiscalPace pace, TimeProvider time) : IHandle<MakeEstimateInBooks, Done>
    {
        public async Task<Done> Handle(MakeEstimateInBooks command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetEstimateWork(command.Estimate), ct)).OrThrow();
            if (work is not { State: EstimateInBooksState.Waits or EstimateInBooksState.Calling }) return default;
            var desk = await Open(command.Estimate, work.Provider, ct);
            if (desk is not { Provider: IFiscalBooks books }) return default;
            return work.CalledAt is { } called ? await Settle(command.Estimate, work, called, desk, books, ct) : await Make(command.Estimate, desk, books, ct);
        }

        async Task<Done> Make(EstimateId id, FiscalDesk desk, IFiscalBooks books, CancellationToken ct)
        {
            var from = await books.EstimatesFrom(desk.Account, ct);
            if (from is not BooksAnswer<string>.Found(var series)) return await NoNumber(id, from, desk, books, ct);
            // A conflict is a claim that came second by a hair.
            var claimed = await dispatcher.Send(new ClaimEstimateSeries(id, books.Gate(series)), ct);
            if (claimed.Error is { Kind: not ErrorKind.Conflict }) claimed.OrThrow();
            if (!claimed.IsOk || !claimed.OrThrow()) return await Later(id, null, pace.BeforeTurn(desk.Mode), ct);

            var next = await books.NextEstimate(desk.Account, series, ct);
            if (next is not BooksAnswer<long>.Found(var number)) return await NoNumber(id, next, desk, books, ct);
            var estimate = (await dispatcher.Ask(new GetEstimate(id), ct)).OrThrow();
            if (!(await dispatcher.Send(new BeginEstimateCall(id, number.ToString("D", null)), ct)).OrThrow()) return default;

            var answer = await books.MakeEstimate(desk.Account, estimate.Document, series, estimate.ValidUntil, ct);
            if (answer is SubmitAnswer.Denied(var why)) await door.NeedsPerson(who.Caller, why, ct, books.Name);
            return await Record(id, answer, desk, ct);
        }

        // No other call of ours went into the series since: unmoved means that nothing was made, moved that a person looks.
        async Task<Done> Settle(EstimateId id, GetEstimateWork.View work, DateTimeOffset called, FiscalDesk desk, IFiscalBooks books, CancellationToken ct)
        {
            if (called + pace.BooksLag(desk.Mode) - time.GetUtcNow() is { Ticks: > 0 } rest) return await Later(id, null, rest, ct);
            var next = await books.NextEstimate(desk.Account, work.Series!, ct);
            if (next is not BooksAnswer<long>.Found(var number))
            {
                if (next is BooksAnswer<long>.Denied(var denied)) await door.NeedsPerson(who.Caller, denied, ct, books.Name);
                var (why, wait) = books.NoNumber(next, pace, desk.Mode);
                return await Later(id, why, wait, ct);
            }

            return number.ToString("D", null) == work.Mark
                ? await Record(id, new SubmitAnswer.NotSent($"{books.Title}'s next number is still {number}: nothing was made."), desk, ct)
                : (await dispatcher.Send(new AskAboutEstimate(id, $"{work.Series} {work.Mark}"), ct)).OrThrow();
        }

        // A refused question, like a series that is gone, is one for the person who asked.
        async Task<Done> NoNumber<T>(EstimateId id, BooksAnswer<T> answer, FiscalDesk desk, IFiscalBooks books, CancellationToken ct)
        {
            if (answer is BooksAnswer<T>.Refused(var text)) return (await dispatcher.Send(new RefuseEstimateInBooks(id, text), ct)).OrThrow();
            if (answer is BooksAnswer<T>.Denied(var denied)) await door.NeedsPerson(who.Caller, denied, ct, books.Name);
            var (why, wait) = books.NoNumber(answer, pace, desk.Mode);
            return await Later(id, why, wait, ct);
        }

        async Task<FiscalDesk?> Open(EstimateId id, string provider, CancellationToken ct)
        {
            try
            {
                return await door.Open(provider, who.Caller, ct);
            }
            catch (RuleBrokenException missing)
            {
                await Later(id, missing.Error.Message, pace.BeforeLookingForPerson(TenantMode.Real), ct);
                return null;
            }
        }

        async Task<Done> Record(EstimateId id, SubmitAnswer answer, FiscalDesk desk, CancellationToken ct) =>
            (await dispatcher.Send(new RecordEstimateInBooks(id, answer, desk.Mode), ct)).OrThrow();

        async Task<Done> Later(EstimateId id, string? why, TimeSpan wait, CancellationToken ct) =>
            (await dispatcher.Send(new NoteEstimateWaits(id, why, time.GetUtcNow() + wait), ct)).OrThrow();
    }
}
