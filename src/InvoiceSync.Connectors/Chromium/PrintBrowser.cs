using System.Diagnostics;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>One running Chromium with an empty profile of its own.</summary>
sealed class PrintBrowser : IAsyncDisposable
{
    // The shell puts our ends of the pipe where Chromium looks for them, and is gone.
    const string OntoItsPipe = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    static readonly string[] Flags =
    [
        "--headless", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-dev-shm-usage", "--disable-breakpad", "--mute-audio",
        "--metrics-recording-only", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    ];

    readonly Process process;
    readonly DirectoryInfo profile;
    int printed, active;

    PrintBrowser(Process process, DirectoryInfo profile)
    {
        (this.process, this.profile) = (process, profile);
        Tools = new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    public DevTools Tools { get; }

    public bool HasEnded => Tools.Ended.IsCompleted;

    /// <summary>Takes no more pages; it goes when the last one is printed.</summary>
    public bool IsRetired { get; set; }

    public bool IsIdle => Volatile.Read(ref active) == 0;

    public int Printed => Volatile.Read(ref printed);

    public int ProcessId => process.Id;

    public static PrintBrowser Start(string path, bool sandbox)
    {
        var profile = Directory.CreateTempSubdirectory("invoicesync-print-");
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = profile.FullName,
        };
        string[] arguments = ["-c", OntoItsPipe, path, .. Flags, $"--user-data-dir={profile.FullName}", .. sandbox && !Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--no-sandbox"]];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Neither our settings nor our secrets are its business.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "LANG")).ToList()) start.Environment.Remove(name);
        start.Environment["HOME"] = profile.FullName;
        var process = Process.Start(start)!;
        // Read, or it would stop at a full pipe; what a browser complains about is not for our log.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return new(process, profile);
    }

    public void Begin() => Interlocked.Increment(ref active);

    public void End()
    {
        Interlocked.Increment(ref printed);
        Interlocked.Decrement(ref active);
    }

    public async ValueTask DisposeAsync()
    {
        Tools.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // A child that is still going writes into it; the system's own cleaning takes the rest.
        }
    }
}
