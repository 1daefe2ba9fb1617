using System.Diagnostics;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>One measured stretch of work in this process: how many operations, in what time, with what processor time and allocation.</summary>
sealed record Sample(int Operations, TimeSpan Elapsed, TimeSpan Cpu, long Allocated, IReadOnlyList<double> Latencies, double StrangersCpu)
{
    public double PerSecond => Operations / Elapsed.TotalSeconds;

    public double MicrosecondsEach => Elapsed.TotalMicroseconds / Operations;

    public double CpuEach => Cpu.TotalMicroseconds / Operations;

    public double AllocatedEach => (double)Allocated / Operations;

    /// <summary>A latency in microseconds that this share of the operations stayed under.</summary>
    public double Latency(double share) => Latencies.Order().ElementAt((int)((Latencies.Count - 1) * share));

    public static async Task<Sample> Of(int operations, Func<double[], Task> work)
    {
        var latencies = new double[operations];
        var machine = Machine.Now();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await work(latencies);
        var elapsed = watch.Elapsed;
        var used = Environment.CpuUsage.TotalTime - cpu;
        return new(operations, elapsed, used, GC.GetTotalAllocatedBytes(precise: true) - allocated, latencies, Machine.Strangers(machine, elapsed, used));
    }

    /// <summary>One after another.</summary>
    public static Task<Sample> OneByOne(int operations, Func<int, Task> each) => Of(operations, async latencies =>
    {
        for (var at = 0; at < operations; at++)
        {
            var begun = Stopwatch.GetTimestamp();
            await each(at);
            latencies[at] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
        }
    });

    /// <summary>So many hands, each taking the next one as soon as it is free.</summary>
    public static Task<Sample> AtOnce(int hands, int operations, Func<int, Task> each) => Of(operations, latencies =>
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, hands).Select(async _ =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < operations;)
            {
                var begun = Stopwatch.GetTimestamp();
                await each(at);
                latencies[at] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
            }
        }));
    });
}
