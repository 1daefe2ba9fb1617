using System.Buffers;
using System.Diagnostics;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Benchmarks;

/// <summary>ubl.write and ubl.check on one core: documents a second and bytes allocated for each.</summary>
static class UblBenchmark
{
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(0.4);

    public static void Run(BenchOptions options, Report report)
    {
        foreach (var lines in (int[])[1, 10, 100])
        {
            var document = Invoice(lines);
            var buffer = new ArrayBufferWriter<byte>(1 << 20);
            UblWriter.Write(document, buffer);
            var written = $"{buffer.WrittenCount:N0} bytes written";
            Measure("ubl.write", lines, written, options, report, () =>
            {
                buffer.ResetWrittenCount();
                UblWriter.Write(document, buffer);
            });
            Measure("ubl.bytes", lines, written, options, report, () => UblWriter.ToBytes(document), buffer.WrittenMemory.ToArray());
            Measure("ubl.check", lines, "our rules", options, report, () => DocumentRules.Check(document));
        }
    }

    public static void Measure(string name, int lines, string note, BenchOptions options, Report report, Action work, byte[]? peers = null)
    {
        for (var warm = 0; warm < 2000; warm++) work();

        var samples = new List<Sample>();
        var others = new List<IReadOnlyDictionary<string, double>>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var machine = Machine.Now();
            var (before, cpu, watch, count) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), 0);
            for (; watch.Elapsed < Measured; count += 50)
                for (var batch = 0; batch < 50; batch++) work();

            var (elapsed, used) = (watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
            samples.Add(new(count, elapsed, used, GC.GetAllocatedBytesForCurrentThread() - before, [], Machine.Strangers(machine, elapsed, used)));
            if (peers is not null && UblPeer.Measure(peers) is { } peer) others.Add(peer);
        }

        report.Add(Rounds.Row(name, $"{lines} lines", "docs/s", samples, s => s.PerSecond) with { Note = note });
        foreach (var library in others.SelectMany(o => o.Keys).Distinct())
            report.Add(Rounds.Row($"{name} / {library}", $"{lines} lines", "docs/s", samples, s => s.PerSecond, [.. others.Select(o => o[library])]));
    }

    public static InvoiceDocument Invoice(int lines) => SampleInvoices.Of(Currency.Eur,
        [.. Enumerable.Range(1, lines).Select(n => SampleInvoices.Line($"{n}", n, 12.34m, rate: n % 3 == 0 ? 11 : 21) with
        {
            Name = $"Abonament lunar pentru furnizare de servicii, poziția {n}",
            Description = "Perioada de facturare curentă",
        })]).InRon(5.0919m);
}
