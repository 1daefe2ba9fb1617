using InvoiceSync.Sandbox;

namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>The practice world inside this process, or the one it was pointed at, or none.</summary>
sealed class PracticeHost(Uri? address, PracticeWorld? world) : IHostedService
{
    public Uri? Address => address;

    public static async Task<PracticeHost> Start(PortalOptions options, bool reset, CancellationToken ct)
    {
        if (options.Practice.Address is { } elsewhere) return new(elsewhere, null);
        if (!options.Practice.Enabled) return new(null, null);

        var folder = Path.Combine(options.DataFolder, "practice");
        if (reset && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var portFile = Path.Combine(folder, "port");
        var world = await PracticeWorld.Start(new() { DataFolder = folder, Port = KeptPort(portFile) }, ct);
        await File.WriteAllTextAsync(portFile, world.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ct);
        return new(world.Address, world);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (world is not null) await world.DisposeAsync();
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
