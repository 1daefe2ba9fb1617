using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Model;

/// <summary>A filing's turn at a series: the series claimed, then its next number read. In this order, or another call could move it in between.</summary>
static class SeriesTurn
{
    /// <summary>The next number of a series.</summary>
    public static async Task<BooksAnswer<long>> Next(this IFiscalBooks books, FiscalAccount account, string series, CancellationToken ct) => books.NextIn(await books.Series(account, ct), series);

    /// <summary>The next number of a series of pro-formas.</summary>
    public static async Task<BooksAnswer<long>> NextEstimate(this IFiscalBooks books, FiscalAccount account, string series, CancellationToken ct) => books.NextIn(await books.EstimateSeries(account, ct), series);

    static BooksAnswer<long> NextIn(this IFiscalBooks books, BooksAnswer<IReadOnlyList<FiscalSeries>> answer, string series) => answer switch
    {
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Found(var all) => all.FirstOrDefault(s => s.Name == series) is { } mine
            ? new BooksAnswer<long>.Found(mine.Next)
            : new BooksAnswer<long>.Refused($"{books.Title} has no series {series}. Choose one in the connection."),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied(var why) => new BooksAnswer<long>.Denied(why),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Limited(var after) => new BooksAnswer<long>.Limited(after),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Refused(var text) => new BooksAnswer<long>.Refused(text),
        BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable(var why) => new BooksAnswer<long>.Unavailable(why),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    /// <summary>The series that pro-formas are numbered from: the chosen one, else the first there is.</summary>
    public static async Task<BooksAnswer<string>> EstimatesFrom(this IFiscalBooks books, FiscalAccount account, CancellationToken ct)
    {
        if (account.Settings.GetValueOrDefault(BooksSettings.EstimateSeries) is { Length: > 0 } chosen) return new BooksAnswer<string>.Found(chosen);
        return await books.EstimateSeries(account, ct) switch
        {
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([var first, ..]) => new BooksAnswer<string>.Found(first.Name),
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Found => new BooksAnswer<string>.Refused($"{books.Title} has no series of pro-formas. Make one there first."),
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied(var why) => new BooksAnswer<string>.Denied(why),
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Limited(var after) => new BooksAnswer<string>.Limited(after),
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Refused(var text) => new BooksAnswer<string>.Refused(text),
            BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable(var why) => new BooksAnswer<string>.Unavailable(why),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    /// <summary>The series a document is numbered from: what reverses another one is numbered from that one's.</summary>
    public static string SeriesFor(this FiscalAccount account, string? reverses) => reverses is null ? account.Settings.GetValueOrDefault("series") ?? "" : reverses[..reverses.LastIndexOf(' ')];

    public static string Gate(this IFiscalBooks books, string series) => $"{books.Name}:{series}";

    public static string SeriesOf(string gate) => gate[(gate.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Why there is no number to begin with, and when to try again. It says nothing of a call that another worker may be making.</summary>
    public static (string Why, TimeSpan Wait) NoNumber<T>(this IFiscalBooks books, BooksAnswer<T> answer, FiscalPace pace, TenantMode mode) => answer switch
    {
        BooksAnswer<T>.Denied(var why) => (why, pace.BeforeLookingForPerson(mode)),
        BooksAnswer<T>.Refused(var text) => (text, pace.BeforeLookingForPerson(mode)),
        BooksAnswer<T>.Limited(var after) => ($"{books.Title} asks us to slow down.", after ?? pace.BeforeRetry(mode)),
        BooksAnswer<T>.Unavailable(var why) => (why, pace.BeforeRetry(mode)),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };
}
