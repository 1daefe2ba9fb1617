using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Ubl;

namespace InvoiceSync.Benchmarks;

/// <summary>rulebook: XML read from bytes and checked by every rule, on one core: documents a second and bytes allocated for each.</summary>
static class RulebookBenchmark
{
    public static void Run(BenchOptions options, Report report)
    {
        foreach (var lines in (int[])[1, 10, 100])
        {
            var xml = UblWriter.ToBytes(UblBenchmark.Invoice(lines));
            UblBenchmark.Measure("rulebook", lines, $"{xml.Length:N0} bytes read", options, report, () => Book.Whole.Check(SheetReader.Read(xml)));
        }
    }
}
