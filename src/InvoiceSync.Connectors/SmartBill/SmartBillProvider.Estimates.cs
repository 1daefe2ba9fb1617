using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Connectors.SmartBill;

// Pro-formas, and mail by SmartBill. Like everything here it is asked for once and never repeated.
sealed partial class SmartBillProvider
{
    public async Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> EstimateSeries(FiscalAccount account, CancellationToken ct) =>
        Told<SmartBillSeriesList, IReadOnlyList<FiscalSeries>>(await client.Series(account, "p", ct), Listed);

    // Mail about a pro-forma is ours: SmartBill sends none as it makes one.
    public async Task<SubmitAnswer> MakeEstimate(FiscalAccount account, InvoiceDocument estimate, string series, DateOnly validUntil, CancellationToken ct) => InvoiceWriting.Of(account, estimate) switch
    {
        (null, var problem) => Rejected(problem!),
        var (document, _) => Read(await client.MakeEstimate(account, document with { SeriesName = series, DueDate = InvoiceWriting.Day(validUntil), SendEmail = false, Email = null }, ct)),
    };

    public async Task<ReceiptAnswer> EstimatePdf(FiscalAccount account, string index, CancellationToken ct) =>
        Number(index) is { } document ? Paper(await client.EstimatePdf(account, document, ct)) : new ReceiptAnswer.NotFound($"{index} is no number of SmartBill.");

    public async Task<BooksAnswer<IReadOnlyList<string>>> InvoicesOf(FiscalAccount account, string index, CancellationToken ct) => Number(index) is { } document
        ? Told<SmartBillInvoiced, IReadOnlyList<string>>(await client.InvoicesOf(account, document, ct), said => [.. (said.Invoices ?? []).Select(i => $"{i.Series} {i.Number}")])
        : new BooksAnswer<IReadOnlyList<string>>.Refused($"{index} is no number of SmartBill.");

    public async Task<BooksChange> ChangeEstimate(FiscalAccount account, string index, BooksStep step, CancellationToken ct)
    {
        if (Number(index) is not { } document) return NoNumber(index);
        return Changed(await (step switch
        {
            BooksStep.Cancel => client.CancelEstimate(account, document, ct),
            BooksStep.Restore => client.RestoreEstimate(account, document, ct),
            _ => client.DeleteEstimate(account, document, ct),
        }));
    }

    // A 200 without a status says nothing of whether a mail left.
    public async Task<BooksChange> Mail(FiscalAccount account, string index, BooksLetter letter, CancellationToken ct) => Number(index) is { } document
        ? await client.Mail(account, MailWriting.OfInvoice(account, document, letter), ct) switch
        {
            SmartBillAnswer<SmartBillMailed>.Said { Value.Status: null } => new BooksChange.InDoubt("SmartBill answered without a status."),
            var answer => Changed(answer),
        }
        : NoNumber(index);
}
