using System.Globalization;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>A program that numbers, in which a bookkeeper writes invoices by hand as well.</summary>
sealed class ScheduledBooks(Dice dice, Func<DateTimeOffset> trueTime) : OtherSide(dice, trueTime), IFiscalBooks
{
    // What was made, in the order of its numbers; null by hand.
    readonly List<string?> made = [];

    public string Name => "smartbill";

    public string Title => "SmartBill";

    public string Secret => "token";

    public override IEnumerable<(string Number, int Times)> Held => made.Where(m => m is not null).CountBy(m => m!).Select(c => (c.Key, c.Value));

    public void WriteByHand() => made.Add(null);

    /// <summary>What a person sees who looks for this invoice there.</summary>
    public string? NumberOf(string reference) => made.IndexOf(reference) is >= 0 and var at ? Printed(at) : null;

    public string? At(string legalNumber) => made[int.Parse(legalNumber.Split(' ')[1], CultureInfo.InvariantCulture) - 1];

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => Task.FromResult(Take(() =>
    {
        made.Add(submission.Document!.Number);
        return new SubmitAnswer.Received($"FCT {Printed(made.Count - 1)}", Some.Noon);
    }));

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) =>
        Task.FromResult<StatusAnswer>(IsAway() ? new StatusAnswer.Unavailable("away") : new StatusAnswer.Accepted(index));

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> Series(FiscalAccount account, CancellationToken ct) => Task.FromResult<BooksAnswer<IReadOnlyList<FiscalSeries>>>(IsAway()
        ? new BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable("away")
        : new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([new("FCT", made.Count + 1)]));

    public Task<BooksAnswer<IReadOnlyList<FiscalTax>>> Taxes(FiscalAccount account, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksAnswer<BooksBalance?>> Balance(FiscalAccount account, string index, CancellationToken ct) => Task.FromResult<BooksAnswer<BooksBalance?>>(new BooksAnswer<BooksBalance?>.Found(new(121, 0, 121)));

    public Task<BooksChange> Pay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksChange> Unpay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksChange> Draft(FiscalAccount account, InvoiceDocument invoice, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksChange> Change(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> EstimateSeries(FiscalAccount account, CancellationToken ct) => throw new NotSupportedException();

    public Task<SubmitAnswer> MakeEstimate(FiscalAccount account, InvoiceDocument estimate, string series, DateOnly validUntil, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReceiptAnswer> EstimatePdf(FiscalAccount account, string index, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksAnswer<IReadOnlyList<string>>> InvoicesOf(FiscalAccount account, string index, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksChange> ChangeEstimate(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => throw new NotSupportedException();

    public Task<BooksChange> Mail(FiscalAccount account, string index, BooksLetter letter, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Task.FromResult<ReceiptAnswer>(new ReceiptAnswer.Pdf("%PDF"u8.ToArray()));

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Task.FromResult<FiscalCheck>(new FiscalCheck.Works());

    static string Printed(int at) => (at + 1).ToString("0000", CultureInfo.InvariantCulture);
}
