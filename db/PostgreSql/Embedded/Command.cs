using System.ComponentModel;
using System.Diagnostics;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>Runs a program of the machine to its end, without a shell, and keeps what it said.</summary>
static class Command
{
    public sealed record Outcome(int ExitCode, string Output, string Errors)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<string> Run(string[] words, string? input, CancellationToken ct)
    {
        var outcome = await Try(words, input, ct);
        return outcome.Succeeded
            ? outcome.Output
            : throw new EmbeddedPostgresException(
                $"{string.Join(' ', words)} failed with {outcome.ExitCode}: {outcome.Errors.Trim()} {outcome.Output.Trim()}");
    }

    public static async Task<Outcome> Try(string[] words, string? input, CancellationToken ct)
    {
        // "/" because the account we change to may not be allowed into our own working folder.
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(ct);
                var errors = process.StandardError.ReadToEndAsync(ct);
                await process.StandardInput.WriteAsync(input.AsMemory(), ct);
                process.StandardInput.Close();
                await process.WaitForExitAsync(ct);
                return new(process.ExitCode, await output, await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }
        }
        catch (Win32Exception missing)
        {
            return new(127, "", missing.Message);
        }
    }
}
