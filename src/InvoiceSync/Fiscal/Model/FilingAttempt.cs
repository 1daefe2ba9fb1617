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

    /// <summary>Whether it went to the authority's trial system; null before it is sent. It is followed where it went.</summary>
    public bool? Test { get; set; }

    /// <summary>Whether it went marked as to a buyer outside the country's registers (extern=DA); null before it is sent.</summary>
    public bool? Foreign { get; set; }

    public string? Index { get; set; }

    public string? DownloadId { get; set; }

    public string? XmlSha256 { get; set; }

    /// <summary>The series this attempt has to itself while a call may be under way; unique in the database.</summary>
    public string? Gate { get; set; }

    /// <summary>The next number of that series before the call: what a doubt is settled by.</summary>
    public string? Mark { get; set; }

    /// <summary>A document that may be this invoice; a person has to say whether it is.</summary>
    public string? Candidate { get; set; }

    /// <summary>The authority said that it is working on it; before, it was only taken in.</summary>
    public bool IsProcessing { get; set; }

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
