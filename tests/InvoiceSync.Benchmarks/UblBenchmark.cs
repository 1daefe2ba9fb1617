using System.Buffers;
using System.Diagnostics;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Benchmarks;

/// <summary>Writing and checking UBL on one core: documents a second, bytes allocated and bytes written for each.</summary>
static class UblBenchmark
{
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    public static void Run(TextWriter output)
    {
        output.WriteLine("UBL, one core, best of 5        documents/s   allocated B   written B");
        foreach (var lines in (int[])[1, 10, 100])
        {
            var document = Invoice(lines);
            var buffer = new ArrayBufferWriter<byte>(1 << 20);
            UblWriter.Write(document, buffer);
            var size = buffer.WrittenCount;
            Measure(output, $"write into a buffer, {lines} lines", size, () =>
            {
                buffer.ResetWrittenCount();
                UblWriter.Write(document, buffer);
            });
            Measure(output, $"write to bytes, {lines} lines", size, () => UblWriter.ToBytes(document));
            Measure(output, $"check the rules, {lines} lines", 0, () => DocumentRules.Check(document));
        }
    }

    static void Measure(TextWriter output, string what, int size, Action work)
    {
        for (var warm = 0; warm < 2000; warm++) work();

        var best = 0.0;
        var allocated = 0L;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var count = 0;
            while (watch.Elapsed < Measured / 5)
            {
                for (var batch = 0; batch < 50; batch++) work();
                count += 50;
            }

            best = Math.Max(best, count / watch.Elapsed.TotalSeconds);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }

        output.WriteLine($"{what,-30} {best,12:N0} {allocated,13:N0} {size,11:N0}");
    }

    static InvoiceDocument Invoice(int lines) => SampleInvoices.Of(Currency.Eur,
        [.. Enumerable.Range(1, lines).Select(n => SampleInvoices.Line($"{n}", n, 12.34m, rate: n % 3 == 0 ? 11 : 21) with
        {
            Name = $"Abonament lunar pentru furnizare de servicii, poziția {n}",
            Description = "Perioada de facturare curentă",
        })]).InRon(5.0919m);
}
