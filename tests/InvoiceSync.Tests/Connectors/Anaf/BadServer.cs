using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InvoiceSync.Tests.Connectors.Anaf;

/// <summary>A real socket on a free port that treats its one caller as told, and remembers whether the document arrived.</summary>
sealed class BadServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();

    public BadServer(Func<BadServer, Socket, Task>? behaviour = null)
    {
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        if (behaviour is not null) _ = Serve(behaviour);
    }

    public Uri Address { get; }

    public string Heard { get; private set; } = "";

    public int Callers { get; private set; }

    public CancellationToken Over => over.Token;

    /// <summary>Reads until the document's last bytes are here.</summary>
    public async Task Hear(Socket caller)
    {
        var buffer = new byte[4096];
        while (!Heard.Contains("<Invoice/>", StringComparison.Ordinal))
        {
            var read = await caller.ReceiveAsync(buffer, Over);
            if (read == 0) return;
            Heard += Encoding.UTF8.GetString(buffer, 0, read);
        }
    }

    public void Forget() => Heard = "";

    public static Task Say(Socket caller, string text) => caller.SendAsync(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        over.Dispose();
    }

    async Task Serve(Func<BadServer, Socket, Task> behaviour)
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptSocketAsync(Over);
                Callers++;
                await behaviour(this, caller);
            }
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }
}
