using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>News as a program reads them: type, timestamp and data. No names of people in them.</summary>
static class NewsBody
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Of(TellNews news, string company, Uri link, DateTimeOffset at) => Write(
        news.Kind is NewsKind.Failed ? "processing.failed" : "processing.completed",
        company,
        at,
        // A batch that is tried again ends again; what follows its id tells the ends apart.
        new { news.Subject, Id = news.About.Split(':')[0], news.Done, news.Open, Problem = news.Trouble, Link = link });

    public static string Of(GetDaySummary.View day, string company, Uri link, DateTimeOffset at) => Write(
        "summary.daily",
        company,
        at,
        new
        {
            Date = day.Day,
            day.Sales,
            Totals = day.Totals.Select(t => new { t.Amount, Currency = t.Currency.Code }),
            day.Accepted,
            day.OnTheWay,
            day.Refused,
            day.Kept,
            day.Parked,
            day.WaitingForPerson,
            Link = link,
        });

    public static string Test(string company, DateTimeOffset at) => Write("hook.tested", company, at, new { Text = "ăâîșț" });

    static string Write(string type, string company, DateTimeOffset at, object data) => JsonSerializer.Serialize(new { Type = type, Timestamp = at.ToUniversalTime(), Company = company, Data = data }, Json);
}
