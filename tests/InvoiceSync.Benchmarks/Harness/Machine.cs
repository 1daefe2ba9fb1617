using System.Globalization;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>How much of the machine others took meanwhile: neither this process nor a PostgreSQL server. From /proc, in shares of one core.</summary>
static class Machine
{
    const double TicksASecond = 100;

    public static (double Busy, double Postgres) Now()
    {
        if (!OperatingSystem.IsLinux()) return default;
        var cpu = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var busy = (Ticks(cpu[1]) + Ticks(cpu[2]) + Ticks(cpu[3])) / TicksASecond;
        return (busy, Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).Sum(Postgres));
    }

    public static double Strangers((double Busy, double Postgres) before, TimeSpan elapsed, TimeSpan own)
    {
        var now = Now();
        var others = now.Busy - before.Busy - (now.Postgres - before.Postgres) - own.TotalSeconds;
        return Math.Max(0, others / elapsed.TotalSeconds);
    }

    static double Postgres(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            if (!stat.Contains("(postgres)", StringComparison.Ordinal)) return 0;
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Ticks(fields[11]) + Ticks(fields[12])) / TicksASecond;
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }

    static double Ticks(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
