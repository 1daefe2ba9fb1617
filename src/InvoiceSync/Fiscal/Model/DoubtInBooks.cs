using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// Settles a doubt at a provider that numbers, once even a slow call has ended. No other call of ours went into the series since,
/// so the same next number as before means that nothing was made. If it moved, somebody else may have been at it: a person looks.
/// </summary>
sealed class DoubtInBooks(IDispatcher dispatcher, FiscalDoor door, FiscalPace pace, TimeProvider time)
{
    public async Task<Done> Settle(GetFilingWork.View filing, FiscalDesk desk, IFiscalBooks books, decimal total, Caller caller, CancellationToken ct)
    {
        if (time.GetUtcNow() < filing.SentAt + pace.BooksLag(desk.Mode)) return await Later(filing, $"Waiting until {books.Title} must be done with it.", desk, ct);
        // An answer that got lost may be told after another worker settled the filing and gave the series back: the number of the chosen one still tells.
        var series = filing.Series ?? desk.Account.SeriesFor(null);
        switch (await books.Next(desk.Account, series, ct))
        {
            case BooksAnswer<long>.Found(var next) when next.ToString("D", null) == filing.Mark:
                return await Record(filing, new SubmitAnswer.NotSent($"{books.Title}'s next number is still {next}: nothing was made."), desk, ct);
            case BooksAnswer<long>.Found(var next):
                var index = $"{series} {filing.Mark}";
                var there = await books.Balance(desk.Account, index, ct) is BooksAnswer<BooksBalance?>.Found(var found) ? found?.Total : null;
                var story = there is null ? $"{books.Title}'s next number moved from {filing.Mark} to {next} while the answer was lost. Look there whether this invoice was made."
                    : $"{books.Title} made {index} over {there:0.00} while the answer was lost; this invoice is over {total:0.00}. Look there whether it is this one.";
                return (await dispatcher.Send(new AskAboutFiling(filing.Id, index, story), ct)).OrThrow();
            case BooksAnswer<long>.Denied(var why):
                await door.NeedsPerson(caller, why, ct, books.Name);
                return await Later(filing, why, desk, ct);
            case BooksAnswer<long>.Refused(var text):
                return await Later(filing, text, desk, ct);
            case BooksAnswer<long>.Unavailable(var why):
                return await Later(filing, why, desk, ct);
            default:
                return await Later(filing, $"{books.Title} asks us to slow down.", desk, ct);
        }
    }

    async Task<Done> Record(GetFilingWork.View filing, SubmitAnswer answer, FiscalDesk desk, CancellationToken ct) =>
        (await dispatcher.Send(new RecordSubmission(filing.Id, answer, desk.Mode), ct)).OrThrow();

    async Task<Done> Later(GetFilingWork.View filing, string why, FiscalDesk desk, CancellationToken ct) =>
        (await dispatcher.Send(new NoteFilingWaits(filing.Id, why, time.GetUtcNow() + pace.BeforeAsk(desk.Mode, filing.Asked), new ReconcileFiling(filing.Id)), ct)).OrThrow();
}
