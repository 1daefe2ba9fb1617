using System.Globalization;
using System.Text.Json;
using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Process;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Summary;

/// <summary>invoicesync send-summary: a day in figures, mailed to who wants it.</summary>
static class SendSummary
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static readonly Command Command = new(
        "send-summary",
        "Mails a day's summary to who wants it, to each once",
        [
            new("--date", "DAY", "The day, like 2026-11-20; yesterday when left out."),
            new("--json", null, "Prints the figures as JSON."),
            .. ApiAddress.Flags,
        ],
        """
        People choose under Settings, Notifications. Running it again mails nobody twice.
        Exit codes: 0 done; 2 written wrongly; 3 portal unreachable or unwilling.

        Example: invoicesync send-summary --date 2026-11-20
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var day = arguments.Day("--date") ?? DateOnly.FromDateTime(here.Time.GetLocalNow().Date).AddDays(-1);
        using var api = new ApiClient(ApiAddress.Read(arguments, here).WithKey(), here.Time);
        var progress = new Progress(here);
        progress.Show("day summed up", 0, 1);
        var sent = (await api.Post<DaySummary>("api/notifications/summary", new { date = day }, ct)).OrThrow();
        progress.Show("day summed up", 1, 1);
        progress.Done();
        here.Out.WriteLine(arguments.Has("--json") ? JsonSerializer.Serialize(sent, Json) : string.Create(
            CultureInfo.InvariantCulture, $"{sent.Date:yyyy-MM-dd}: {sent.Sales} sales, {sent.Accepted} accepted, {sent.OnTheWay} on the way, {sent.Refused} refused, {sent.Kept} not filed, {sent.Parked} waiting for a person. Mailed to {sent.Told}."));
        return ExitCode.Fine;
    }
}
