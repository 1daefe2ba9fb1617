using System.ComponentModel;
using System.Diagnostics;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Sso.Peers;

/// <summary>A provider out of tests/peers in a process of its own, on a free port that it prints. It ends with its input, so nothing is left behind.</summary>
sealed class NodePeer : IAsyncDisposable
{
    readonly Process process;

    NodePeer(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<NodePeer> Start(string peer, string script)
    {
        var folder = SharedData.Repository("tests", "peers", peer);
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) Assert.Skip($"tests/peers/{peer} has no node_modules: run npm ci there, or eng/test");
        var start = new ProcessStartInfo("node", ["--no-deprecation", script]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            var process = Process.Start(start)!;
            var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var line = await process.StandardOutput.ReadLineAsync(CancellationToken.None);
            Assert.True(Uri.TryCreate(line, UriKind.Absolute, out var address), line ?? await complaints);
            return new(process, address);
        }
        catch (Win32Exception)
        {
            Assert.Skip("node is not installed");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
