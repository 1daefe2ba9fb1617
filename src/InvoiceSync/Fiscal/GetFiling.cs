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
        IReadOnlyList<Attempt> Attempts);

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
        IReadOnlyList<Problem> Problems);

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

            var receipts = await db.ArchivedFiles.Where(f => f.FilingId == filing.Id && f.Kind == FilingFile.Zip).Select(f => f.Attempt).ToListAsync(ct);
            return new(
                filing.Id, filing.Provider, filing.State, filing.FileBy, filing.NextStepAt, filing.Waiting,
                [.. filing.Attempts.OrderBy(a => a.Number).Select(a => Seen(a, receipts.Contains(a.Number)))]);
        }

        static Attempt Seen(FilingAttempt a, bool hasReceipt) => new(
            a.Number, a.State, a.IntendedAt, a.SentAt, a.SettledAt, a.Index, a.XmlSha256, hasReceipt,
            [.. a.Answers.Select(n => new Answer(n.At, n.Step, n.Text))],
            [.. a.Problems.Select(Explained)]);

        static Problem Explained(StoredProblem problem)
        {
            var text = RuleText.Of(new Broken(problem.Rule, problem.Field ?? "", problem.Key, problem.Detail), CultureInfo.CurrentUICulture);
            return new(problem.Rule, problem.Field, text.Words, text.Cure, problem.Original);
        }
    }
}
