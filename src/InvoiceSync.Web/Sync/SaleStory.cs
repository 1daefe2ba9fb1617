using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Sync;

/// <summary>The whole chain of one sale as one story, oldest first: what its source said, what we made, what the authority answered.</summary>
public static class SaleStory
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<Moment> Of(GetSale.View sale, GetInvoice.View? invoice, GetFiling.View? filing, IStringLocalizer<Portal> t)
    {
        IEnumerable<Moment> story =
        [
            .. Bursts(sale.Heard).Select(burst => Of(burst, t)),
            new(sale.ReadAt, "refresh", "none", t["story.read"], sale.Sale.SourceId),
            .. invoice is null ? [] : new[] { new Moment(invoice.MadeAt, "invoice", "wait", t["story.made", invoice.Document.Number]) },
            .. filing?.Attempts.SelectMany(a => Of(a, filing.Provider, t)) ?? [],
        ];
        return [.. story.OrderBy(m => m.At)];
    }

    /// <summary>The story of an invoice that was written here.</summary>
    public static IReadOnlyList<Moment> Of(GetInvoice.View invoice, GetFiling.View? filing, IStringLocalizer<Portal> t) =>
        [.. new[] { new Moment(invoice.MadeAt, "invoice", "wait", t["story.made", invoice.Document.Number]) }.Concat(filing?.Attempts.SelectMany(a => Of(a, filing.Provider, t)) ?? []).OrderBy(m => m.At)];

    // Stripe tells of one payment with half a dozen notices in a second; a reader wants to hear of it once.
    static IEnumerable<List<GetSale.Heard>> Bursts(IReadOnlyList<GetSale.Heard> heard)
    {
        List<GetSale.Heard> burst = [];
        foreach (var one in heard)
        {
            if (burst.Count > 0 && one.At - burst[^1].At > Pause)
            {
                yield return burst;
                burst = [];
            }

            burst.Add(one);
        }

        if (burst.Count > 0) yield return burst;
    }

    static Moment Of(List<GetSale.Heard> burst, IStringLocalizer<Portal> t) => new(
        burst[0].At, "stripe", "none",
        t["story.heard", string.Join(", ", burst.Select(h => h.EventType).Distinct())],
        $"{(burst.Count == 1 ? burst[0].EventId : t["story.heard-many", burst.Count])} · {t[$"via.{burst[0].Via}"].Or(burst[0].Via)}");

    static IEnumerable<Moment> Of(GetFiling.Attempt attempt, string provider, IStringLocalizer<Portal> t)
    {
        yield return new(attempt.IntendedAt, "clock", "wait", t.At(provider, "story.intended", attempt.Number), attempt.XmlSha256 is { } hash ? $"SHA-256 {hash}" : null);
        if (attempt.SentAt is { } sent) yield return new(sent, "send", "sent", t.At(provider, "story.sent"));
        foreach (var answer in attempt.Answers) yield return Of(answer, attempt, provider, t);
    }

    static Moment Of(GetFiling.Answer answer, GetFiling.Attempt attempt, string provider, IStringLocalizer<Portal> t) => answer.Step switch
    {
        "received" => new(answer.At, "authority", "sent", t.At(provider, "step.received"), attempt.Index is { } index ? t.At(provider, "story.index", index) : null),
        "accepted" => new(answer.At, "check", "good", t.At(provider, "story.accepted")),
        "refused" => new(answer.At, "cross", "bad", attempt.Index is null ? t["story.stopped", attempt.Problems.Count] : t.At(provider, "story.refused", attempt.Problems.Count)),
        "receipt" => new(answer.At, "download", "good", t.At(provider, "step.receipt")),
        "in doubt" => new(answer.At, "question", "doubt", t.At(provider, "story.unknown"), KeptWords.Say(answer.Text)),
        "not sent" => new(answer.At, "clock", "wait", t["step.not-sent"], KeptWords.Say(answer.Text)),
        "asks" => new(answer.At, "question", "doubt", t["step.asks"], KeptWords.Say(answer.Text)),
        "stopped" => new(answer.At, "dash", "none", t["step.stopped"]),
        "duplicate" => new(answer.At, "authority", "doubt", t["step.duplicate"], KeptWords.Say(answer.Text)),
        _ => new(answer.At, "authority", "sent", t.At(provider, "step.asked"), KeptWords.Say(answer.Text)),
    };

    // What ANAF did not do is not said of it: words of its own for a place that has some.
    static string At(this IStringLocalizer<Portal> t, string provider, string key, params object[] facts) =>
        t[$"{key}-{provider}", facts].Or(t[key, facts]);

    static string Or(this LocalizedString text, string otherwise) => text.ResourceNotFound ? otherwise : text.Value;
}
