using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>An authority with a list that lags up to a quarter of an hour.</summary>
sealed class ScheduledAnaf(Dice dice, Func<DateTimeOffset> trueTime) : OtherSide(dice, trueTime), IFiscalList
{
    static readonly TimeSpan Lag = TimeSpan.FromMinutes(15);

    readonly List<(string Index, string Number, byte[] Xml, DateTimeOffset At)> uploads = [];

    public string Name => "anaf";

    public string Title => "ANAF";

    public string Secret => "access_token";

    public override IEnumerable<(string Number, int Times)> Held => uploads.CountBy(u => u.Number).Select(c => (c.Key, c.Value));

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => Task.FromResult(Take(() =>
    {
        var index = $"{5001 + uploads.Count}";
        uploads.Add((index, submission.Document!.Number, submission.Xml.ToArray(), Now));
        return new SubmitAnswer.Received(index, Some.Noon);
    }));

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) =>
        Task.FromResult<StatusAnswer>(IsAway() ? new StatusAnswer.Unavailable("away") : uploads.Any(u => u.Index == index) ? new StatusAnswer.Accepted($"m{index}") : new StatusAnswer.Unknown("no such index"));

    public Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct) => Task.FromResult<SearchAnswer>(IsAway()
        ? new SearchAnswer.Unavailable("away")
        : new SearchAnswer.Found([.. uploads.Where(u => u.At >= from && u.At <= to && u.At + Lag <= Now).Select(u => new FiscalMessage($"m{u.Index}", u.Index, FiscalMessageKind.Sent, u.At, "", ""))], 1, 1));

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Task.FromResult<ReceiptAnswer>(
        uploads.FirstOrDefault(u => $"m{u.Index}" == downloadId) is { Xml: { } xml } ? new ReceiptAnswer.Zip(xml, xml, default, [], null) : new ReceiptAnswer.NotFound("no such message"));

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Task.FromResult<FiscalCheck>(new FiscalCheck.Works());
}
