using System.Diagnostics;
using System.Xml;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>
/// The official CIUS-RO 1.0.9 schematron on Saxon: many documents, one Java process, some seconds. Answers the fatal rules
/// each document breaks. Skips the calling test when Java, Saxon or the stylesheet is absent.
/// </summary>
sealed class SchematronJudge
{
    const string Saxon = "/usr/share/java/Saxon-HE.jar";
    const string Svrl = "http://purl.oclc.org/dsdl/svrl";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Judge(IReadOnlyDictionary<string, byte[]> documents, CancellationToken ct) =>
        (await Verdicts(documents, ct)).ToDictionary(verdict => verdict.Key, verdict => verdict.Value ?? throw new InvalidDataException($"The official check ended without a verdict on {verdict.Key}."));

    /// <summary>As Judge; null where the check itself stops, as it does at an amount that is no number.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>?>> Verdicts(IReadOnlyDictionary<string, byte[]> documents, CancellationToken ct)
    {
        var stylesheet = FiscalData.Folder("compiled-xslt", "anaf-en-ciusro-1.0.9.schxslt.xsl");
        if (!File.Exists(Saxon)) Assert.Skip($"{Saxon} is absent (Debian package libsaxonhe-java). The official schematron was NOT run.");

        var work = Directory.CreateTempSubdirectory("schematron-");
        try
        {
            var input = work.CreateSubdirectory("in").FullName;
            var output = work.CreateSubdirectory("out").FullName;
            foreach (var (name, bytes) in documents) await File.WriteAllBytesAsync(Path.Combine(input, name + ".xml"), bytes, ct);
            await Transform(input, output, stylesheet, ct);
            return documents.Keys.ToDictionary(name => name, name => Path.Combine(output, name + ".xml") is var svrl && File.Exists(svrl) ? Fatal(svrl) : null);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    static async Task Transform(string input, string output, string stylesheet, CancellationToken ct)
    {
        var start = new ProcessStartInfo("java") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-Xmx512m", "-XX:+UseSerialGC", "-cp", Saxon, "net.sf.saxon.Transform", $"-s:{input}", $"-o:{output}", $"-xsl:{stylesheet}"])
            start.ArgumentList.Add(argument);
        using var java = Started(start);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var said = java.StandardOutput.ReadToEndAsync(limit.Token);
            var complaints = await java.StandardError.ReadToEndAsync(limit.Token);
            await said;
            await java.WaitForExitAsync(limit.Token);
            // 2: it stopped at some of the documents and judged the others.
            Assert.True(java.ExitCode is 0 or 2, $"Saxon ended with {java.ExitCode}: {complaints}");
        }
        finally
        {
            if (!java.HasExited) java.Kill(entireProcessTree: true);
        }
    }

    static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("java is absent. The official schematron was NOT run.");
            throw;
        }
    }

    // Some official checks are <report>: a broken one comes out as successful-report, not as failed-assert. Count both.
    static IReadOnlyList<string> Fatal(string svrl)
    {
        var report = new XmlDocument();
        report.Load(svrl);
        var names = new XmlNamespaceManager(report.NameTable);
        names.AddNamespace("svrl", Svrl);
        Assert.NotNull(report.SelectSingleNode("//svrl:fired-rule", names)); // a run that judged nothing is no verdict
        return [.. report.SelectNodes("//svrl:failed-assert[@flag='fatal'] | //svrl:successful-report[@flag='fatal']", names)!
            .Cast<XmlElement>().Select(fault => fault.GetAttribute("id")).Distinct()];
    }
}
