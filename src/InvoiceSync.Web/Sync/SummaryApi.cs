using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>POST /api/notifications/summary: a day in figures, mailed to who wants it, to each once.</summary>
static class SummaryApi
{
    public static void MapSummaryApi(this RouteGroupBuilder api) => api.MapGroup("/notifications").WithTags("Notifications")
        .MapPost("/summary", Send).Accepts<Request>("application/json", ApiBody.Anything).Describe<Answer>("send_summary", "Mails a day's summary to who wants it", 400);

    static Task<IResult> Send(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Request>(request, async body =>
    {
        var input = new ApiInput();
        var day = input.Date("date", body.Date);
        input.Require(day is not null, ApiErrors.DateInvalid("date"));
        if (input.Error is { } wrong) return wrong.ToProblem();
        return (await dispatcher.Send(new SendSummary(day!.Value), ct)).Match<IResult>(sent => TypedResults.Ok(Answer.Of(sent)), error => error.Named(("Day", "date")).ToProblem());
    });

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Request(string? Date);

    /// <summary>told counts the people the day was mailed to, now or before; kept those that need not be filed; waiting_for_person counts sales of all days.</summary>
    sealed record Answer(DateOnly Date, int Told, int Sales, IReadOnlyList<Total> Totals, int Accepted, int OnTheWay, int Refused, int Kept, int Parked, int WaitingForPerson)
    {
        public static Answer Of(SendSummary.View sent) => new(
            sent.Summary.Day, sent.People, sent.Summary.Sales, [.. sent.Summary.Totals.Select(t => new Total(t.Amount, t.Currency.Code))],
            sent.Summary.Accepted, sent.Summary.OnTheWay, sent.Summary.Refused, sent.Summary.Kept, sent.Summary.Parked, sent.Summary.WaitingForPerson);
    }

    sealed record Total(decimal Amount, string Currency);
}
