using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>
/// The committed state of one schedule: real filings, changed by the same methods the handlers call, each message one transaction. Where
/// the database would refuse a second row of a unique key, so does this.
/// </summary>
sealed class ScheduledStore(Func<DateTimeOffset> ourTime, FiscalProviders providers, FiscalPace pace, Sabotage sabotage)
{
    readonly Dictionary<FilingId, Filing> filings = [];

    public IReadOnlyCollection<Filing> Filings => filings.Values;

    public List<(DateTimeOffset Due, ICommand<Done> Step)> Queue { get; } = [];

    public void Begin(FilingId id, InvoiceId invoice, string provider)
    {
        // One filing an invoice: the second delivery of the same event meets the first.
        if (sabotage != Sabotage.NoUniqueKey && filings.Values.Any(f => f.InvoiceId == invoice)) return;
        filings[id] = new(id, invoice, provider, ourTime().AddDays(5), ourTime());
        Queue.Add((ourTime(), new SubmitFiling(id)));
    }

    /// <summary>How often a call went into a series while it was not known what came of another.</summary>
    public int Overlaps { get; private set; }

    public static string NumberOf(InvoiceId invoice) => $"S-{invoice.Value.ToString("N")[^4..]}1";

    public object? Answer(object message) => message switch
    {
        OpenConnection open => new OpenConnection.Opened(Some.Connection, Some.Tenant, TenantMode.Real, true, null, null,
            new Dictionary<string, string> { ["series"] = "FCT" }, new Dictionary<string, string> { ["access_token"] = open.Provider, ["token"] = open.Provider }, null),
        GetCompanyProfile => Some.Seller,
        GetInvoice get => new GetInvoice.View(get.Invoice, SampleInvoices.Ron with { Number = NumberOf(get.Invoice) }, Some.Noon, "stripe", "in_1", false, new(InvoiceStatus.Issued, SampleInvoices.Today, 0, 0, 0, 121)),
        GetFilingWork work => Work(filings[work.Filing]),
        GetSeenNumber or KeepSeenNumber or NoteConnection or NameEstimateOf => null,
        ClaimSeries claim => Claim(filings[claim.Filing], claim.Gate),
        BeginSending begin => Begin(filings[begin.Filing], begin),
        RecordSubmission record => Record(filings[record.Filing], record),
        NoteFilingWaits waits => Wait(filings[waits.Filing], waits),
        AskAboutFiling ask => Do(() => filings[ask.Filing].AskPerson(ask.Candidate, ask.Why, ourTime())),
        AcceptFiling accept => Do(() => filings[accept.Filing].Accepted(accept.DownloadId, ourTime())),
        _ => throw new InvalidOperationException($"Nobody expected {message}."),
    };

    static GetFilingWork.View Work(Filing f) => new(f.Id, f.InvoiceId, f.State, f.Latest.Index, f.Latest.DownloadId, f.Latest.SentAt, f.Latest.Asked, f.Latest.SendingAt is not null)
    {
        Provider = f.Provider,
        Series = f.Latest.Gate is { } gate ? SeriesTurn.SeriesOf(gate) : null,
        Mark = f.Latest.Mark,
        AsksPerson = f.Latest.Candidate is not null,
    };

    object Claim(Filing filing, string gate)
    {
        if (filing.Latest.Gate == gate) return new ClaimSeries.Turn(IsOurs: true);
        if (sabotage != Sabotage.NoUniqueKey && filings.Values.Any(f => f.Latest.Gate == gate)) return new ClaimSeries.Turn(IsOurs: false);
        filing.Claim(gate);
        return new ClaimSeries.Turn(IsOurs: true);
    }

    object Begin(Filing filing, BeginSending begin)
    {
        if (sabotage == Sabotage.NoIntent) return true;
        if (filing.TryBeginSending(begin.Sha256, ourTime(), begin.Test, begin.Mark))
        {
            if (begin.Mark is not null && filings.Values.Any(f => f != filing && f.Latest.Mark is not null && IsOpen(f))) Overlaps++;
            return true;
        }

        Queue.Add((ourTime(), new ReconcileFiling(filing.Id)));
        return false;
    }

    static bool IsOpen(Filing f) => f.State == FilingState.Intended && f.Latest.SendingAt is not null || f.State == FilingState.Unknown && f.Latest.Candidate is null;

    object Record(Filing filing, RecordSubmission record)
    {
        var answer = sabotage == Sabotage.RetryOnTimeout && record.Answer is SubmitAnswer.InDoubt(var why) ? new SubmitAnswer.NotSent(why) : record.Answer;
        if (filing.Record(answer, providers.Of(filing.Provider), record.Mode, pace, ourTime()) is var (next, at)) Queue.Add((at, next));
        return default(Done);
    }

    object Wait(Filing filing, NoteFilingWaits waits) => Do(() =>
    {
        filing.StillWaiting(waits.Why, waits.NextAt, ourTime());
        if (waits.Next is { } next) Queue.Add((waits.NextAt, next));
    });

    static object Do(Action act)
    {
        act();
        return default(Done);
    }
}
