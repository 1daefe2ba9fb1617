using System.Linq.Expressions;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Who has a series that others want. A turn is a matter of a moment; Because says what keeps this one from ending.</summary>
sealed record SeriesHolder(InvoiceId Invoice, string? Number, FilingState State, BooksStep? UnderWay, bool Waits)
{
    public static readonly Expression<Func<Filing, SeriesHolder>> Facts = f => new(f.InvoiceId, f.LegalNumber, f.State, f.UnderWay, f.Waiting != null);

    public AheadBecause? Because => (State, UnderWay) switch
    {
        (_, BooksStep.Delete) => AheadBecause.DeletionUnsure,
        (FilingState.Unknown, _) => AheadBecause.MakingUnsure,
        (FilingState.Intended, _) when Waits => AheadBecause.WaitsItself,
        _ => null,
    };

    /// <summary>Without its number: who reads this may not be allowed to see that invoice.</summary>
    public static string Words(AheadBecause because) => because switch
    {
        AheadBecause.MakingUnsure => "It waits for another invoice of its series, of which it is not known whether it was made there.",
        AheadBecause.DeletionUnsure => "It waits for another invoice of its series, of which it is not known whether it was deleted there.",
        _ => "It waits for another invoice of its series, which waits itself.",
    };
}

static class SeriesHolders
{
    /// <summary>Those that filings wait for, by the invoice ahead; without those the caller may not see, and those whose turn is over by now.</summary>
    public static async Task<IReadOnlyDictionary<InvoiceId, FilingAhead>> Ahead(this InvoiceSyncDb db, IReadOnlyCollection<InvoiceId> waitedFor, IDispatcher dispatcher, CancellationToken ct)
    {
        var found = new Dictionary<InvoiceId, FilingAhead>();
        if (waitedFor.Count == 0) return found;
        foreach (var holder in await db.Filings.AsNoTracking().Where(f => waitedFor.Contains(f.InvoiceId)).Select(SeriesHolder.Facts).ToListAsync(ct))
        {
            if (holder.Because is not { } because) continue;
            var seen = await dispatcher.Ask(new GetInvoice(holder.Invoice), ct);
            if (seen.IsOk) found[holder.Invoice] = new(holder.Invoice, holder.Number ?? seen.OrThrow().Document.Number, because);
        }

        return found;
    }
}
