using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class NewsBodyTests
{
    static readonly Uri Link = new("https://portal.example/t/a/sales");

    [Fact]
    public void A_batch_that_ended_is_told_by_its_id_and_figures()
    {
        using var told = JsonDocument.Parse(NewsBody.Of(new TellNews(NewsKind.Finished, "bat_1:1763677200000", NewsSubject.Batch, 41, 2), "a-srl", Link, Some.Noon));
        var (all, data) = (told.RootElement, told.RootElement.GetProperty("data"));
        Assert.Equal(("processing.completed", "a-srl"), (all.GetProperty("type").GetString(), all.GetProperty("company").GetString()));
        Assert.Equal(Some.Noon, all.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(("batch", "bat_1", 41, 2), (data.GetProperty("subject").GetString(), data.GetProperty("id").GetString(), data.GetProperty("done").GetInt32(), data.GetProperty("open").GetInt32()));
        Assert.False(data.TryGetProperty("problem", out _));
    }

    [Fact]
    public void Trouble_and_days_have_their_own_types()
    {
        using var trouble = JsonDocument.Parse(NewsBody.Of(new TellNews(NewsKind.Failed, "ttr_1", NewsSubject.Daily, 0, 0, "Cheia \"nu\" merge"), "a", Link, Some.Noon));
        Assert.Equal(("processing.failed", "Cheia \"nu\" merge"), (trouble.RootElement.GetProperty("type").GetString(), trouble.RootElement.GetProperty("data").GetProperty("problem").GetString()));
        using var day = JsonDocument.Parse(NewsBody.Of(new GetDaySummary.View(new(2026, 11, 20), 3, [new(1694m, Currency.Ron)], 2, 1, 0, 0, 4), "a", Link, Some.Noon));
        var data = day.RootElement.GetProperty("data");
        Assert.Equal(("summary.daily", "2026-11-20", 4), (day.RootElement.GetProperty("type").GetString(), data.GetProperty("date").GetString(), data.GetProperty("waiting_for_person").GetInt32()));
        Assert.Equal(("RON", 1694m), (data.GetProperty("totals")[0].GetProperty("currency").GetString(), data.GetProperty("totals")[0].GetProperty("amount").GetDecimal()));
    }

    [Fact]
    public void A_test_says_that_it_is_one() => Assert.StartsWith("{\"type\":\"hook.tested\"", NewsBody.Test("a", Some.Noon), StringComparison.Ordinal);
}
