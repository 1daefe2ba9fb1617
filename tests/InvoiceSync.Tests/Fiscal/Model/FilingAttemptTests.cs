using InvoiceSync.Fiscal.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class FilingAttemptTests
{
    readonly FilingAttempt attempt = new() { Number = 1 };

    [Fact]
    public void The_same_words_twice_in_a_row_are_told_once_with_the_later_time()
    {
        attempt.Note(Some.Noon, "asked", "ANAF is down.");
        attempt.Note(Some.Noon.AddHours(1), "asked", "ANAF is down.");
        Assert.Equal(new StoredAnswer(Some.Noon.AddHours(1), "asked", "ANAF is down."), Assert.Single(attempt.Answers));
    }

    [Fact]
    public void Words_that_came_between_keep_both()
    {
        foreach (var text in (string[])["a", "b", "a"]) attempt.Note(Some.Noon, "asked", text);
        Assert.Equal(["a", "b", "a"], attempt.Answers.Select(a => a.Text));
    }

    [Fact]
    public void A_story_without_end_keeps_its_end()
    {
        for (var n = 0; n < 1000; n++) attempt.Note(Some.Noon, "asked", $"{n}");
        Assert.Equal(60, attempt.Answers.Count);
        Assert.Equal("999", attempt.Answers[^1].Text);
    }
}
