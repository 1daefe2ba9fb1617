using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Process;

/// <summary>What process-invoices was asked to do. Days are of this machine's calendar; the company's own zone decides which sales are in them.</summary>
sealed record ProcessOptions(string Type, DateOnly From, DateOnly To, bool DryRun, bool Wait, TimeSpan Patience, string? Output, string? Provider)
{
    const int MostDays = 366;

    public bool Invoices => Type is "invoices" or "both";

    public bool Charges => Type is "charges" or "both";

    public static ProcessOptions Read(Arguments arguments, Surroundings here)
    {
        if (arguments.Has("--no-wait") && arguments.Has("--timeout")) throw new UsageException("--timeout has no meaning with --no-wait.");
        var (from, to) = Days(arguments, DateOnly.FromDateTime(here.Time.GetLocalNow().Date));
        return new(
            arguments.OneOf("--type", "both", "invoices", "charges", "both"), from, to,
            arguments.Has("--dry-run"), !arguments.Has("--no-wait"), TimeSpan.FromMinutes(arguments.Whole("--timeout", 1, 240) ?? 10), File(arguments.Text("--output")),
            arguments.Text("--provider") is null ? null : arguments.OneOf("--provider", "", "anaf", "smartbill", "archive"));
    }

    static (DateOnly, DateOnly) Days(Arguments arguments, DateOnly today)
    {
        var (days, start, end) = (arguments.Whole("--days", 1, MostDays), arguments.Day("--start-date"), arguments.Day("--end-date"));
        if (days is not null && (start ?? end) is not null) throw new UsageException("Give --days or --start-date and --end-date, not both.");
        if (days is { } many) return (today.AddDays(1 - many), today);
        if (start is not { } from) throw new UsageException("Say which days: --days N, or --start-date DAY and --end-date DAY.");
        var to = end ?? today;
        if (to < from) throw new UsageException($"The last day {to:yyyy-MM-dd} is before the first, {from:yyyy-MM-dd}.");
        return to.DayNumber - from.DayNumber < MostDays ? (from, to) : throw new UsageException($"At most {MostDays} days at once.");
    }

    // Before anything is filed, not after: the report must not be lost for a typing error.
    public static string? File(string? path)
    {
        if (path is null) return null;
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new UsageException($"--output {path} is a folder; name a file.");
        return Directory.Exists(Path.GetDirectoryName(full)) ? full : throw new UsageException($"--output {path}: there is no folder {Path.GetDirectoryName(full)}.");
    }
}
