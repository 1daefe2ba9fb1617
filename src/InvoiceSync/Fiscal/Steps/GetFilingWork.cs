using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>What a worker has to know of a filing before its next step.</summary>
[Requires("fiscal.file")]
sealed record GetFilingWork(FilingId Filing) : IQuery<GetFilingWork.View>
{
    public sealed record View(FilingId Id, InvoiceId Invoice, FilingState State, string? Index, string? DownloadId, DateTimeOffset? SentAt, int Asked, bool MayBeSent)
    {
        public string Provider { get; init; } = FiscalDoor.Anaf;

        /// <summary>Whether it went to the authority's trial system; null before it went.</summary>
        public bool? Test { get; init; }

        /// <summary>The series it has to itself, of a provider that numbers.</summary>
        public string? Series { get; init; }

        /// <summary>The next number there before the call.</summary>
        public string? Mark { get; init; }

        public bool AsksPerson { get; init; }

        /// <summary>Not to be sent before then.</summary>
        public DateTimeOffset? HeldUntil { get; init; }

        /// <summary>The desk in the system the filing went to, whatever the switch says today.</summary>
        public FiscalDesk On(FiscalDesk desk) => desk with { Account = desk.Account with { Test = Test ?? desk.Account.Test } };
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetFilingWork, View>
    {
        public async Task<View> Handle(GetFilingWork query, CancellationToken ct)
        {
            var filing = Rule.Found(await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == query.Filing, ct), FilingErrors.NotFound);
            var latest = filing.Latest;
            return new(filing.Id, filing.InvoiceId, filing.State, latest.Index, latest.DownloadId, latest.SentAt, latest.Asked, latest.SendingAt is not null)
            {
                Provider = filing.Provider,
                Test = latest.Test,
                Series = latest.Gate is { } gate ? SeriesTurn.SeriesOf(gate) : null,
                Mark = latest.Mark,
                HeldUntil = filing.HeldUntil,
                AsksPerson = latest.Candidate is not null,
            };
        }
    }
}
