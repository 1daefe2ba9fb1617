using System.Diagnostics;
using System.Text.Json;

namespace InvoiceSync.Benchmarks;

/// <summary>The usual Node libraries writing the same document, from tests/peers/ubl; nothing where Node or its packages are missing.</summary>
static class UblPeer
{
    const int Milliseconds = 400;

    public static IReadOnlyDictionary<string, double>? Measure(ReadOnlySpan<byte> sample)
    {
        if (Folder() is not { } folder) return null;
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, sample);
            using var node = Process.Start(new ProcessStartInfo("node", ["measure.js", file, $"{Milliseconds}"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return node.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(said) : throw new InvalidOperationException("The Node peer failed.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "tests", "peers", "ubl") is var peer && Directory.Exists(Path.Combine(peer, "node_modules"))) return peer;
        return null;
    }
}
