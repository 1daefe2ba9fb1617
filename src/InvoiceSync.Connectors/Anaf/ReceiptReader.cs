using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads descarcare: a ZIP, or with the same HTTP 200 a JSON text saying why not.</summary>
static class ReceiptReader
{
    public static async Task<ReceiptAnswer> Read(AnafReply reply, CancellationToken ct) =>
        reply is AnafReply.Answered { Status: System.Net.HttpStatusCode.OK } answered && AnafBody.KindOf(answered.Body) == BodyKind.Zip
            ? await ReceiptZip.Read(answered.Body, ct)
            : AnafTrouble.In(reply) switch
            {
                AnafTrouble.Denied denied => new ReceiptAnswer.Denied(denied.Why),
                AnafTrouble.NoRight no => new ReceiptAnswer.NoRight(no.Why),
                AnafTrouble.Limited limited => new ReceiptAnswer.Limited(limited.Per, limited.After),
                AnafTrouble.Unavailable down => new ReceiptAnswer.Unavailable(down.Why),
                _ => AnafJson.Read(((AnafReply.Answered)reply).Body)?.Refusal() is { } text
                    ? Text(text)
                    : new ReceiptAnswer.Unavailable("ANAF answered with neither a ZIP nor a reason."),
            };

    static ReceiptAnswer Text(string text) => AnafText.KindOf(text) switch
    {
        TextKind.Expired => new ReceiptAnswer.Expired(text),
        TextKind.DailyLimit => new ReceiptAnswer.Limited(FiscalLimit.Day, null),
        TextKind.NoRight or TextKind.NoRightAtAll => new ReceiptAnswer.NoRight(text),
        TextKind.NotKnown => new ReceiptAnswer.NotFound(text),
        _ => new ReceiptAnswer.Unavailable(text),
    };
}
