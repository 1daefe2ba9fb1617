using System.Text.Json;
using InvoiceSync.Sandbox;

namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>The practice world inside this process, or the one it was pointed at, or none.</summary>
sealed class PracticeHost(Uri? address, Uri? mail, PracticeWorld? world) : IHostedService
{
    public Uri? Address => address;

    /// <summary>Its mail server.</summary>
    public Uri? Mail => mail;

    public static async Task<PracticeHost> Start(PortalOptions options, bool reset, CancellationToken ct)
    {
        if (options.Practice.Address is { } elsewhere) return new(elsewhere, await MailOf(elsewhere, ct), null);
        if (!options.Practice.Enabled) return new(null, null, null);

        var folder = Path.Combine(options.DataFolder, "practice");
        if (reset && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var portFile = Path.Combine(folder, "port");
        var world = await PracticeWorld.Start(new() { DataFolder = folder, Port = KeptPort(portFile) }, ct);
        await File.WriteAllTextAsync(portFile, world.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ct);
        return new(world.Address, world.Mail, world);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (world is not null) await world.DisposeAsync();
    }

    // Null while it is away: then mails wait here, and practice goes on.
    static async Task<Uri?> MailOf(Uri world, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var told = await http.GetFromJsonAsync<JsonElement>(new Uri(world, "/practice/mail"), ct);
            return new($"smtp://{world.Host}:{told.GetProperty("port").GetInt32()}");
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || away is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    // The same port as last time if it is free, so that open practice pages go on working; else any.
    static int KeptPort(string file)
    {
        if (!File.Exists(file) || !int.TryParse(File.ReadAllText(file), out var port)) return 0;
        try
        {
            using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
            probe.Start();
            return port;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }
}
