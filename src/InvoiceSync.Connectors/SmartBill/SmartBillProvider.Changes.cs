using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Connectors.SmartBill;

// What changes a document that stands: payments, cancelling, deleting. None of it is ever repeated here.
sealed partial class SmartBillProvider
{
    public async Task<BooksChange> Pay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Number(index) is { } document
        ? Changed(await client.Pay(account, new(account.Company, InvoiceWriting.Day(payment.On), TypeOf(payment), IsCash: false, payment.Amount, payment.Currency.Code, UseInvoiceDetails: true, [document]), ct))
        : NoNumber(index);

    public async Task<BooksChange> Unpay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Number(index) is { } document
        ? Changed(await client.DeletePayment(account, TypeOf(payment), InvoiceWriting.Day(payment.On), payment.Amount, document, ct))
        : NoNumber(index);

    public async Task<BooksChange> Change(FiscalAccount account, string index, BooksStep step, CancellationToken ct)
    {
        if (Number(index) is not { } document) return NoNumber(index);
        return Changed(await (step switch
        {
            BooksStep.Cancel => client.Cancel(account, document, ct),
            BooksStep.Restore => client.Restore(account, document, ct),
            _ => client.Delete(account, document, ct),
        }));
    }

    public async Task<BooksChange> Draft(FiscalAccount account, InvoiceDocument invoice, CancellationToken ct) => InvoiceWriting.Of(account, invoice) switch
    {
        (null, var problem) => new BooksChange.Refused(problem!),
        var (document, _) => Changed(await client.Make(account, document with { IsDraft = true, SendEmail = false, Email = null }, ct)),
    };

    static BooksChange Changed<T>(SmartBillAnswer<T> answer) => answer switch
    {
        SmartBillAnswer<T>.Said => new BooksChange.Made(),
        SmartBillAnswer<T>.Refused(var text) => new BooksChange.Refused(text),
        SmartBillAnswer<T>.Denied(var why) => new BooksChange.Denied(why),
        SmartBillAnswer<T>.Limited(var after) => new BooksChange.Limited(after),
        SmartBillAnswer<T>.NotSent(var why) => new BooksChange.NotSent(why),
        SmartBillAnswer<T>.Unclear(var why) => new BooksChange.InDoubt(why),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    // Its words for ways to pay. A receipt (Chitanta) would take a number of a series.
    static string TypeOf(BooksPayment payment) => payment.Kind switch
    {
        BooksPaymentKind.Card => "Card",
        BooksPaymentKind.BankTransfer => "Ordin plata",
        _ => "Alta incasare",
    };

    static BooksChange.Refused NoNumber(string index) => new($"{index} is no number of SmartBill.");
}
