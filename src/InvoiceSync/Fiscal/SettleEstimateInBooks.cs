using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>A person's word on a pro-forma in doubt: it was made there under this number, as printed; or, with null, it was not made and is made again.</summary>
[Requires("fiscal.file")]
[StepUp]
public sealed record SettleEstimateInBooks(EstimateId Estimate, string? Number) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SettleEstimateInBooks, Done>
    {
        public async Task<Done> Handle(SettleEstimateInBooks command, CancellationToken ct)
        {
            await dispatcher.EstimateToPut(command.Estimate, ct);
            var row = await db.EstimateThere(command.Estimate, ct);
            Rule.Require(row is { State: EstimateInBooksState.Asks, Candidate: not null }, BooksErrors.EstimateSettled);
            var candidate = row.Candidate!;
            if (command.Number?.Trim() is { } number)
            {
                Rule.Require(number.Length is > 0 and <= 20 && number.All(char.IsAsciiDigit), FilingErrors.NumberInvalid);
                var series = candidate[..(candidate.LastIndexOf(' ') + 1)];
                // 3 and 0003 are one number: a person may leave out the zeros that it is printed with.
                var alike = await db.EstimatesInBooks.Where(e => e.Provider == row.Provider && e.Number!.StartsWith(series) && e.Number.EndsWith(number.TrimStart('0'))).Select(e => e.Number!).ToListAsync(ct);
                Rule.Require(!alike.Exists(taken => taken[series.Length..].TrimStart('0') == number.TrimStart('0')), FilingErrors.NumberTaken);
                row.Made(series + number);
            }
            else
            {
                row.NotMade(null);
                db.Pending.Add(row.TenantId, new MakeEstimateInBooks(command.Estimate), command.Estimate.ToString(), time.GetUtcNow());
            }

            db.Note(new("estimate.books_settled", "estimate", command.Estimate.ToString())
            {
                Details = new Dictionary<string, string> { ["candidate"] = candidate, ["number"] = row.Number ?? "" },
            });
            return default;
        }
    }
}
