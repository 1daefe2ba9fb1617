using System.Text.Json.Serialization;
using InvoiceSync.Invoicing;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>A schedule: what each of its invoices says, its days, what becomes of them, and the next twelve days. Count counts invoices, not days left out in pauses.</summary>
sealed record ScheduleBody(
    string Id,
    string Name,
    string Status,
    ScheduleBody.Content Invoice,
    DateOnly FirstOn,
    int Every,
    string Unit,
    bool LastDayOfMonth,
    DateOnly? Until,
    int? Count,
    bool IssueAutomatically,
    bool SendByMail,
    DateOnly? NextOn,
    bool HasProblem,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    ScheduleBody.Addresses Links)
{
    /// <summary>Of one schedule, not in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DateOnly>? NextDates { get; init; }

    /// <summary>Why the next one could not be made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Trouble? Problem { get; init; }

    /// <summary>What it made, the newest 200 first. Of one schedule, not in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Made>? Invoices { get; init; }

    public sealed record Content(
        InvoiceBody.Buyer Customer, string Currency, IReadOnlyList<InvoiceBody.Line> LineItems, decimal Subtotal, decimal Tax, decimal Total, int? PaymentTermDays, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, string> Metadata);

    /// <summary>Status is draft, issued or deleted. Problem is why it was not issued, or not sent.</summary>
    public sealed record Made(int Period, DateOnly DueOn, string InvoiceId, string? Number, string Status, Trouble? Problem, DateTimeOffset CreatedAt);

    public sealed record Trouble(string Code, string Detail);

    public sealed record Addresses(string Self);

    public static ScheduleBody Of(ListSchedules.Row row)
    {
        var (setup, terms) = (row.Setup, row.Setup.Terms);
        return new(
            row.Id.ToString(), setup.Name, row.State.OnTheWire(), ContentOf(row), terms.First, terms.Every, terms.Unit.OnTheWire(), terms.LastDay, terms.Until, terms.Count,
            setup.IssuesItself, setup.SendsMail, row.NextOn, row.HasProblem, row.MadeAt.ToUniversalTime(), row.ChangedAt.ToUniversalTime(), new($"{RestV1.Root}/schedules/{row.Id}"));
    }

    public static ScheduleBody Of(GetSchedule.View kept) => Of(kept.Row) with
    {
        NextDates = kept.NextDays,
        Problem = Of(kept.Problem),
        Invoices = [.. kept.Ledger.Select(m => new Made(m.Period, m.DueOn, m.Invoice.ToString(), m.Number, m.IsDraft ? InvoiceBody.Draft : m.Number is null ? "deleted" : "issued", Of(m.Problem), m.At.ToUniversalTime()))],
    };

    static Trouble? Of(GetSchedule.Trouble? problem) => problem is null ? null : new(problem.Code, problem.Text);

    static Content ContentOf(ListSchedules.Row row)
    {
        var draft = InvoiceBody.Of(new GetDraft.View(default, row.Content, 0, "", null, row.MadeAt, row.ChangedAt, false));
        return new(draft.Customer, draft.Currency, draft.LineItems, draft.Subtotal, draft.Tax, draft.Total, row.Content.TermDays, draft.Notes, draft.Metadata);
    }
}
