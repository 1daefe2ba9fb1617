namespace InvoiceSync.Fiscal.Model;

/// <summary>One try to file. SendingAt is committed before the call; Index is the authority's receipt of it.</summary>
sealed class FilingAttempt
{
    const int MostAnswers = 60;

    public int Number { get; init; }

    public FilingState State { get; set; }

    public DateTimeOffset IntendedAt { get; init; }

    public DateTimeOffset? SendingAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? Index { get; set; }

    public string? DownloadId { get; set; }

    public string? XmlSha256 { get; set; }

    public int Asked { get; set; }

    public IReadOnlyList<StoredAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<StoredProblem> Problems { get; set; } = [];

    /// <summary>Adds to the story; the same words twice in a row are told once, with the later time.</summary>
    public void Note(DateTimeOffset at, string step, string text)
    {
        var told = Answers is [.., var last] && last.Step == step && last.Text == text ? Answers.SkipLast(1) : Answers;
        Answers = [.. told.TakeLast(MostAnswers - 1), new StoredAnswer(at, step, text)];
    }
}

sealed record StoredAnswer(DateTimeOffset At, string Step, string Text);

/// <summary>What was wrong: rule, field and the authority's own text. Key finds the plain words when it is shown, in the reader's language.</summary>
sealed record StoredProblem(string Rule, string? Field, string Key, string? Detail, string Original);
