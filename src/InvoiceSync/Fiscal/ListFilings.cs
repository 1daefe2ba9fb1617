using System.Globalization;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>One page of a column of the filing board: invoices that are so far with the authority, with deadline and what stops them.</summary>
[Requires("invoice.read")]
public sealed record ListFilings(InvoiceFiling Filing, PageKey? After = null, int Take = 20) : IQuery<Page<ListFilings.Card>>
{
    public Between<DateOnly>? Issued { get; init; }

    public bool? IsCredit { get; init; }

    /// <summary>Only those that go by this way, like anaf.</summary>
    public string? Provider { get; init; }

    /// <summary>FileBy and Provider are null while the filing has not begun. Reason is why nothing moves, or the first rule that was broken.</summary>
    public sealed record Card(InvoiceId Invoice, string Number, string BuyerName, Money Total, DateOnly IssuedOn, bool IsCredit, string? Provider, DateTimeOffset? FileBy, string? Reason)
    {
        /// <summary>Why it is not filed, of what is kept.</summary>
        public KeptBecause? KeptBecause { get; init; }

        /// <summary>The invoice it waits for, which has its series; null when that one is out of the caller's sight.</summary>
        public FilingAhead? Ahead { get; init; }

        /// <summary>It is not sent before then.</summary>
        public DateTimeOffset? HeldUntil { get; init; }

        /// <summary>Of one that was sent: the authority said that it is working on it. Before, it was only taken in.</summary>
        public bool IsProcessing { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ListFilings, Page<Card>>
    {
        const int Most = 100;

        // A company files one way at a time, so others are old ones, and few turns find a page.
        const int Turns = 5;

        public async Task<Page<Card>> Handle(ListFilings query, CancellationToken ct)
        {
            var (take, after) = (Math.Clamp(query.Take, 1, Most), query.After);
            List<Card> cards = [];
            for (var turn = 0; turn < Turns; turn++)
            {
                var page = (await dispatcher.Ask(new ListByFiling(query.Filing, after, take - cards.Count) { Issued = query.Issued, IsCredit = query.IsCredit }, ct)).OrThrow();
                cards.AddRange((await Cards(page.Rows, ct)).Where(c => query.Provider is null || c.Provider == query.Provider));
                after = page.Next;
                if (after is null || cards.Count == take) break;
            }

            return new(cards, after);
        }

        async Task<IEnumerable<Card>> Cards(IReadOnlyList<ListByFiling.Row> rows, CancellationToken ct)
        {
            var ids = rows.Select(r => r.Id).ToList();
            var filings = await db.Filings.AsNoTracking().Where(f => ids.Contains(f.InvoiceId)).ToDictionaryAsync(f => f.InvoiceId, ct);
            var ahead = await db.Ahead([.. filings.Values.Select(f => f.WaitsFor).OfType<InvoiceId>().Distinct()], dispatcher, ct);
            return rows.Select(r => filings.GetValueOrDefault(r.Id) is { } filing
                ? new Card(r.Id, r.Number, r.BuyerName, r.Total, r.IssuedOn, r.IsCredit, filing.Provider, filing.FileBy, filing.Waiting ?? FirstProblem(filing))
                {
                    KeptBecause = filing.KeptBecause,
                    HeldUntil = filing.State == FilingState.Intended ? filing.HeldUntil : null,
                    IsProcessing = filing.Latest.IsProcessing,
                    Ahead = filing.WaitsFor is { } first ? ahead.GetValueOrDefault(first) : null,
                }
                : new Card(r.Id, r.Number, r.BuyerName, r.Total, r.IssuedOn, r.IsCredit, null, null, null));
        }

        static string? FirstProblem(Filing filing) => filing is { State: FilingState.Refused, Latest.Problems: [var first, ..] }
            ? RuleText.Of(new Broken(first.Rule, first.Field ?? "", first.Key, first.Detail), CultureInfo.CurrentUICulture).Words
            : null;
    }
}
