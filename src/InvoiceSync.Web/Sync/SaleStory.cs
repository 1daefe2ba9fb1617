using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Sync;

/// <summary>The whole chain of one sale as one story, oldest first: what its source said, what we made, what the authority answered.</summary>
public static class SaleStory
{
    public static IReadOnlyList<Moment> Of(GetSale.View sale, GetInvoice.View? invoice, GetFiling.View? filing, IStringLocalizer<Portal> t)
    {
        IEnumerable<Moment> story =
        [
            .. sale.Heard.Select(h => new Moment(h.At, "stripe", "none", t["story.heard", h.EventType], $"{h.EventId} · {t[$"via.{h.Via}"].Or(h.Via)}")),
            new(sale.ReadAt, "refresh", "none", t["story.read"], sale.Sale.SourceId),
            .. invoice is null ? [] : new[] { new Moment(invoice.MadeAt, "invoice", "wait", t["story.made", invoice.Document.Number]) },
            .. filing?.Attempts.SelectMany(a => Of(a, t)) ?? [],
        ];
        return [.. story.OrderBy(m => m.At)];
    }

    static IEnumerable<Moment> Of(GetFiling.Attempt attempt, IStringLocalizer<Portal> t)
    {
        yield return new(attempt.IntendedAt, "clock", "wait", t["story.intended", attempt.Number], attempt.XmlSha256 is { } hash ? $"SHA-256 {hash}" : null);
        if (attempt.SentAt is { } sent)
            yield return new(sent, "send", "sent", t["story.sent"], attempt.Index is { } index ? t["story.index", index].Value : null);
        foreach (var answer in attempt.Answers)
            yield return new(answer.At, "authority", "sent", t[$"step.{answer.Step}"].Or(answer.Step), answer.Text);
        if (attempt.SettledAt is { } settled)
        {
            yield return attempt.State switch
            {
                FilingState.Accepted => new(settled, "check", "good", t["story.accepted"], attempt.HasReceipt ? t["story.receipt"].Value : null),
                FilingState.Refused => new(settled, "cross", "bad", t["story.refused", attempt.Problems.Count]),
                _ => new(settled, "question", "doubt", t["story.unknown"]),
            };
        }
    }

    static string Or(this LocalizedString text, string otherwise) => text.ResourceNotFound ? otherwise : text.Value;
}
