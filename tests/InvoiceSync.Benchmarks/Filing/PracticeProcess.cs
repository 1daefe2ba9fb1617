using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace InvoiceSync.Benchmarks.Filing;

/// <summary>A practice world in a process of its own, so that its memory and time are not ours, and without its per-minute limits.</summary>
sealed class PracticeProcess : IAsyncDisposable
{
    readonly Process process;
    readonly HttpClient http;

    PracticeProcess(Process process, Uri address) => (this.process, Address, http) = (process, address, new() { BaseAddress = new Uri(address, "/practice/"), Timeout = TimeSpan.FromMinutes(5) });

    public Uri Address { get; }

    public static async Task<PracticeProcess> Start()
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "InvoiceSync.Sandbox.dll"), "--urls", "http://127.0.0.1:0", "--anaf-calls-per-minute", "0", "--stripe-calls-per-second", "0"];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ')[^1] is var last && last.StartsWith("http://", StringComparison.Ordinal)) return new(process, new Uri(last));
        throw new InvalidOperationException("The practice world did not start.");
    }

    public async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> Get(string path) => await http.GetFromJsonAsync<JsonElement>(path);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
