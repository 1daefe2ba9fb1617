using System.Globalization;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>The filing story of one invoice: every attempt, every answer with its time, every problem with its cure; null before the first.</summary>
[Requires("invoice.read")]
public sealed record GetFiling(InvoiceId Invoice) : IQuery<GetFiling.View?>
{
    /// <summary>Waiting says in plain words why nothing moves (authority down, connection needed); null when all is well.</summary>
    public sealed record View(
        FilingId Id,
        string Provider,
        FilingState State,
        DateTimeOffset FileBy,
        DateTimeOffset? NextStepAt,
        string? Waiting,
        IReadOnlyList<Attempt> Attempts)
    {
        /// <summary>The number a provider that numbers itself gave it: the legal one.</summary>
        public string? LegalNumber { get; init; }

        /// <summary>Why it is not filed; null of everything else.</summary>
        public KeptBecause? KeptBecause { get; init; }

        /// <summary>It is not sent before then.</summary>
        public DateTimeOffset? HeldUntil { get; init; }

        /// <summary>Of one that was sent: the authority said that it is working on it.</summary>
        public bool IsProcessing { get; init; }

        /// <summary>What became of it in the books of that provider since.</summary>
        public BooksStanding Standing { get; init; }

        /// <summary>A change asked for there whose answer got lost: a person has to say.</summary>
        public BooksStep? UnderWay { get; init; }

        /// <summary>The invoice it waits for, which has its series; null when that one is out of the caller's sight.</summary>
        public FilingAhead? Ahead { get; init; }

        /// <summary>A document at the provider that may be this invoice: a person has to say.</summary>
        public string? Candidate { get; init; }
    }

    public sealed record Attempt(
        int Number,
        FilingState State,
        DateTimeOffset IntendedAt,
        DateTimeOffset? SentAt,
        DateTimeOffset? SettledAt,
        string? Index,
        string? XmlSha256,
        bool HasReceipt,
        IReadOnlyList<Answer> Answers,
        IReadOnlyList<Problem> Problems)
    {
        /// <summary>The provider's own PDF, or the print that is the original, is kept.</summary>
        public bool HasPdf { get; init; }

        /// <summary>It was sent as to a buyer outside the country's registers (ANAF: extern=DA).</summary>
        public bool Foreign { get; init; }
    }

    public sealed record Answer(DateTimeOffset At, string Step, string Text);

    /// <summary>Rule like BR-CO-15, the authority's own text, and our plain words and cure in the reader's language.</summary>
    public sealed record Problem(string Rule, string? Field, string Text, string Cure, string Original);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<GetFiling, View?>
    {
        public async Task<View?> Handle(GetFiling query, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(query.Invoice), ct)).OrThrow();
            var filing = await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.InvoiceId == query.Invoice, ct);
            if (filing is null) return null;

            var receipts = await db.ArchivedFiles.Where(f => f.FilingId == filing.Id && f.Kind != FilingFile.Xml).Select(f => new { f.Attempt, f.Kind }).ToListAsync(ct);
            var ahead = await db.Ahead(filing.WaitsFor is { } first ? [first] : [], dispatcher, ct);
            return new(
                filing.Id, filing.Provider, filing.State, filing.FileBy, filing.NextStepAt, filing.Waiting,
                [.. filing.Attempts.OrderBy(a => a.Number).Select(a => Seen(a, receipts.Any(r => r.Attempt == a.Number && r.Kind == FilingFile.Zip)) with
                {
                    HasPdf = receipts.Any(r => r.Attempt == a.Number && r.Kind == FilingFile.Pdf),
                })])
            {
                LegalNumber = filing.LegalNumber,
                HeldUntil = filing.State == FilingState.Intended ? filing.HeldUntil : null,
                Candidate = filing.Latest.Candidate,
                KeptBecause = filing.State == FilingState.Kept ? filing.KeptBecause : null,
                IsProcessing = filing.Latest.IsProcessing,
                Standing = filing.Standing,
                UnderWay = filing.UnderWay,
                Ahead = ahead.Values.FirstOrDefault(),
            };
        }

        static Attempt Seen(FilingAttempt a, bool hasReceipt) => new(
            a.Number, a.State, a.IntendedAt, a.SentAt, a.SettledAt, a.Index, a.XmlSha256, hasReceipt,
            [.. a.Answers.Select(n => new Answer(n.At, n.Step, n.Text))],
            [.. a.Problems.Select(Explained)])
        {
            Foreign = a.Foreign == true,
        };

        static Problem Explained(StoredProblem problem)
        {
            var text = RuleText.Of(new Broken(problem.Rule, problem.Field ?? "", problem.Key, problem.Detail), CultureInfo.CurrentUICulture);
            return new(problem.Rule, problem.Field, text.Words, text.Cure, problem.Original);
        }
    }
}
