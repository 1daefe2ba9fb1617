using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Tests.Given;

/// <summary>A provider that numbers, which answers what a test tells it and remembers what it was asked.</summary>
sealed class FakeBooks : IFiscalBooks
{
    public string Name => "smartbill";

    public string Title => "SmartBill";

    public string Secret => "token";

    public SubmitAnswer Submits { get; set; } = new SubmitAnswer.Received("FCT 0007", Some.Noon);

    public StatusAnswer Says { get; set; } = new StatusAnswer.Accepted("FCT 0007") { Total = 121 };

    public ReceiptAnswer Gives { get; set; } = new ReceiptAnswer.Pdf("%PDF"u8.ToArray());

    public FiscalCheck Tests { get; set; } = new FiscalCheck.Works();

    public BooksAnswer<IReadOnlyList<FiscalSeries>> Lists { get; set; } = Next(7);

    public IReadOnlyList<FiscalTax> Named { get; set; } = [new("Normala", 21), new("Taxare inversa", 0), new("Scutita", 0)];

    public decimal? Holds { get; set; }

    public decimal PaidThere { get; set; }

    /// <summary>What it says of a document instead of what it holds.</summary>
    public BooksAnswer<BooksBalance?>? Balances { get; set; }

    public BooksChange Changes { get; set; } = new BooksChange.Made();

    public BooksAnswer<IReadOnlyList<FiscalSeries>> EstimateLists { get; set; } = new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([new("PRF", 3), new("PRX", 9)]);

    public SubmitAnswer Estimates { get; set; } = new SubmitAnswer.Received("PRF 0003", Some.Noon);

    public BooksAnswer<IReadOnlyList<string>> Invoiced { get; set; } = new BooksAnswer<IReadOnlyList<string>>.Found([]);

    public List<string> Calls { get; } = [];

    public FiscalSubmission? Sent { get; private set; }

    public static BooksAnswer<IReadOnlyList<FiscalSeries>> Next(long next) => new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([new("OTHER", 1), new("FCT", next)]);

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct)
    {
        Sent = submission;
        return Called("submit", Submits);
    }

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => Called($"status {index}", Says);

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Called($"download {downloadId}", Gives);

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Called("test", Tests);

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> Series(FiscalAccount account, CancellationToken ct) => Called("series", Lists);

    public Task<BooksAnswer<IReadOnlyList<FiscalTax>>> Taxes(FiscalAccount account, CancellationToken ct) =>
        Called<BooksAnswer<IReadOnlyList<FiscalTax>>>("taxes", new BooksAnswer<IReadOnlyList<FiscalTax>>.Found(Named));

    public Task<BooksAnswer<BooksBalance?>> Balance(FiscalAccount account, string index, CancellationToken ct) =>
        Called($"balance {index}", Balances ?? new BooksAnswer<BooksBalance?>.Found(Holds is { } total ? new(total, PaidThere, total - PaidThere) : null));

    public Task<BooksChange> Pay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Called($"pay {index} {payment.Amount} {payment.Kind}", Changes);

    public Task<BooksChange> Unpay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Called($"unpay {index} {payment.Amount} {payment.Kind}", Changes);

    public Task<BooksChange> Draft(FiscalAccount account, InvoiceDocument invoice, CancellationToken ct) => Called($"draft {invoice.Number}", Changes);

    public Task<BooksChange> Change(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => Called($"{step} {index}", Changes);

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> EstimateSeries(FiscalAccount account, CancellationToken ct) => Called("estimate series", EstimateLists);

    public Task<SubmitAnswer> MakeEstimate(FiscalAccount account, InvoiceDocument estimate, string series, DateOnly validUntil, CancellationToken ct) => Called($"estimate {estimate.Number} {series}", Estimates);

    public Task<ReceiptAnswer> EstimatePdf(FiscalAccount account, string index, CancellationToken ct) => Called($"estimate pdf {index}", Gives);

    public Task<BooksAnswer<IReadOnlyList<string>>> InvoicesOf(FiscalAccount account, string index, CancellationToken ct) => Called($"invoices of {index}", Invoiced);

    public Task<BooksChange> ChangeEstimate(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => Called($"{step} estimate {index}", Changes);

    public Task<BooksChange> Mail(FiscalAccount account, string index, BooksLetter letter, CancellationToken ct) => Called($"mail {index} {letter.To} {letter.Subject}", Changes);

    Task<T> Called<T>(string call, T answer)
    {
        Calls.Add(call);
        return Task.FromResult(answer);
    }
}
