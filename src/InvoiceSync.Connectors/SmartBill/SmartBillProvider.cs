using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>Filing by SmartBill: an index is series and number, like "FCT 0178". It never repeats a request by itself.</summary>
sealed partial class SmartBillProvider(SmartBillClient client, TimeProvider time) : IFiscalBooks
{
    public string Name => SmartBillConnector.Name;

    public string Title => "SmartBill";

    public string Secret => "token";

    public async Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct)
    {
        if (submission.Document is not { } invoice) return Rejected("SmartBill writes documents itself; there is none to write.");
        if (submission.Reverses is { } reversed)
        {
            if (Number(reversed) is not { } original) return Rejected($"{reversed} is no number of SmartBill.");
            return Read(await client.Reverse(account, new(account.Company, original.SeriesName, original.Number, InvoiceWriting.Day(invoice.IssuedOn)), ct));
        }

        return InvoiceWriting.Of(account, invoice) switch
        {
            (null, var problem) => Rejected(problem!),
            var (document, _) => Read(await client.Make(account, submission.Estimate is { } estimate ? document with { Observations = $"{document.Observations}, proforma {estimate}" } : document, ct)),
        };
    }

    public async Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct)
    {
        if (Number(index) is not { } document) return new StatusAnswer.Unknown($"{index} is no number of SmartBill.");
        return await client.PaymentStatus(account, document, ct) switch
        {
            SmartBillAnswer<SmartBillPaid>.Said(var paid) => new StatusAnswer.Accepted(index) { Total = paid.InvoiceTotalAmount },
            SmartBillAnswer<SmartBillPaid>.Refused(var text) => new StatusAnswer.Unknown(text),
            SmartBillAnswer<SmartBillPaid>.Denied(var why) => new StatusAnswer.Denied(why),
            SmartBillAnswer<SmartBillPaid>.Limited(var after) => new StatusAnswer.Limited(FiscalLimit.Minute, after),
            SmartBillAnswer<SmartBillPaid>.NotSent(var why) => new StatusAnswer.Unavailable(why),
            SmartBillAnswer<SmartBillPaid>.Unclear(var why) => new StatusAnswer.Unavailable(why),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    public async Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) =>
        Number(downloadId) is { } document ? Paper(await client.Pdf(account, document, ct)) : new ReceiptAnswer.NotFound($"{downloadId} is no number of SmartBill.");

    public async Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => await Series(account, ct) switch
    {
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Found(var all) when all.Any(s => s.Name == account.SeriesName) => new FiscalCheck.Works(),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Found => new FiscalCheck.NoRight($"The account has no series {account.SeriesName} for invoices."),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Refused(var text) => new FiscalCheck.NoRight(text),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied(var why) => new FiscalCheck.Denied(why),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable(var why) => new FiscalCheck.Unavailable(why),
        _ => new FiscalCheck.Unavailable("SmartBill has had enough calls for now."),
    };

    public async Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> Series(FiscalAccount account, CancellationToken ct) =>
        Told<SmartBillSeriesList, IReadOnlyList<FiscalSeries>>(await client.Series(account, "f", ct), Listed);

    public async Task<BooksAnswer<IReadOnlyList<FiscalTax>>> Taxes(FiscalAccount account, CancellationToken ct) =>
        Told<SmartBillTaxList, IReadOnlyList<FiscalTax>>(await client.Taxes(account, ct), said => [.. (said.Taxes ?? []).Select(t => new FiscalTax(t.Name, t.Percentage))]);

    public async Task<BooksAnswer<BooksBalance?>> Balance(FiscalAccount account, string index, CancellationToken ct)
    {
        if (Number(index) is not { } document) return new BooksAnswer<BooksBalance?>.Found(null);
        var answer = Told(await client.PaymentStatus(account, document, ct), BooksBalance? (said) => new(said.InvoiceTotalAmount, said.PaidAmount, said.UnpaidAmount));
        return answer is BooksAnswer<BooksBalance?>.Refused ? new BooksAnswer<BooksBalance?>.Found(null) : answer;
    }

    static IReadOnlyList<FiscalSeries> Listed(SmartBillSeriesList said) => [.. (said.List ?? []).Select(s => new FiscalSeries(s.Name, s.NextNumber))];

    // A 200 that says neither error nor number tells nothing about what was made.
    SubmitAnswer Read(SmartBillAnswer<SmartBillMade> answer) => answer switch
    {
        SmartBillAnswer<SmartBillMade>.Said({ Number: { Length: > 0 } number, Series: { Length: > 0 } series }) => new SubmitAnswer.Received($"{series} {number}", time.GetUtcNow()),
        SmartBillAnswer<SmartBillMade>.Said => new SubmitAnswer.InDoubt("SmartBill answered without a number."),
        SmartBillAnswer<SmartBillMade>.Refused(var text) => Rejected(text),
        SmartBillAnswer<SmartBillMade>.Denied(var why) => new SubmitAnswer.Denied(why),
        SmartBillAnswer<SmartBillMade>.Limited(var after) => new SubmitAnswer.Limited(after),
        SmartBillAnswer<SmartBillMade>.NotSent(var why) => new SubmitAnswer.NotSent(why),
        SmartBillAnswer<SmartBillMade>.Unclear(var why) => new SubmitAnswer.InDoubt(why),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    static ReceiptAnswer Paper(SmartBillAnswer<byte[]> answer) => answer switch
    {
        SmartBillAnswer<byte[]>.Said(var pdf) => new ReceiptAnswer.Pdf(pdf),
        SmartBillAnswer<byte[]>.Refused(var text) => new ReceiptAnswer.NotFound(text),
        SmartBillAnswer<byte[]>.Denied(var why) => new ReceiptAnswer.Denied(why),
        SmartBillAnswer<byte[]>.Limited(var after) => new ReceiptAnswer.Limited(FiscalLimit.Minute, after),
        SmartBillAnswer<byte[]>.NotSent(var why) => new ReceiptAnswer.Unavailable(why),
        SmartBillAnswer<byte[]>.Unclear(var why) => new ReceiptAnswer.Unavailable(why),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    static BooksAnswer<TTold> Told<T, TTold>(SmartBillAnswer<T> answer, Func<T, TTold> read) => answer switch
    {
        SmartBillAnswer<T>.Said(var said) => new BooksAnswer<TTold>.Found(read(said)),
        SmartBillAnswer<T>.Refused(var text) => new BooksAnswer<TTold>.Refused(text),
        SmartBillAnswer<T>.Denied(var why) => new BooksAnswer<TTold>.Denied(why),
        SmartBillAnswer<T>.Limited(var after) => new BooksAnswer<TTold>.Limited(after),
        SmartBillAnswer<T>.NotSent(var why) => new BooksAnswer<TTold>.Unavailable(why),
        SmartBillAnswer<T>.Unclear(var why) => new BooksAnswer<TTold>.Unavailable(why),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    static SmartBillNumber? Number(string index) =>
        index.LastIndexOf(' ') is > 0 and var at && index[(at + 1)..] is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? new(index[..at], number) : null;

    static SubmitAnswer.Rejected Rejected(string why) => new(RejectionKind.FixData, [why]);
}
