using InvoiceSync.Kernel.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InvoiceSync.PostgreSql;

/// <summary>Listens on one connection a process and hands every notice to the board. After a lost connection everybody is told to look again.</summary>
public sealed class PostgreSqlNotices(PostgreSqlSources sources, NoticeBoard board, TimeProvider time, ILogger<PostgreSqlNotices> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or System.Net.Sockets.SocketException or IOException)
            {
                log.LogWarning("Live updates are cut off ({Problem}); reconnecting", lost.Message);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    async Task Listen(CancellationToken ct)
    {
        await using var connection = await sources.App.OpenConnectionAsync(ct);
        connection.Notification += (_, told) =>
        {
            if (told.Payload == NoticeText.Work) board.Wake();
            else if (NoticeText.Read(told.Payload) is { } notice) board.Tell(notice);
        };
        await using (var listen = new NpgsqlCommand($"listen {PostgreSqlDialect.Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        board.LookAgain();
        while (true) await connection.WaitAsync(ct);
    }
}
