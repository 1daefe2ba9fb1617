using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>Another portal process on the same data, which serves pages and does no background work.</summary>
sealed class SecondPortal : IAsyncDisposable
{
    readonly Process process;

    SecondPortal(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public string Home => $"{Address}t/practice/";

    public static async Task<SecondPortal> Start(string dataFolder, Uri practice, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "InvoiceSync.Web.dll"), $"--urls={address}", "--environment=Development",
            $"--InvoiceSync:DataFolder={dataFolder}", $"--InvoiceSync:Practice:Address={practice}", "--InvoiceSync:Practice:Seed=false", "--InvoiceSync:Roles=portal"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await Answers(http, address, ct))
        {
            Assert.False(process.HasExited, "The second portal did not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, ct);
        }

        return new(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static async Task<bool> Answers(HttpClient http, Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
