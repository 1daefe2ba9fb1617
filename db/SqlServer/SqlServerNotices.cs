using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.SqlServer;

/// <summary>Reads the notice table four times a second and hands every notice to the board. After an absence everybody is told to look again.</summary>
public sealed class SqlServerNotices(SqlServerConnections connections, NoticeBoard board, TimeProvider time, ILogger<SqlServerNotices> log) : BackgroundService
{
    const int Take = 1000;
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Notices live between one and two of these; a node that was silent for half of one may have missed some.
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Poll(stoppingToken);
            }
            catch (SqlException) when (stoppingToken.IsCancellationRequested)
            {
                return; // the driver reports a cancelled command as its own failure
            }
            catch (Exception lost) when (lost is SqlException or InvalidOperationException)
            {
                log.LogWarning("Live updates are cut off ({Problem}); reconnecting", lost.Message);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    async Task Poll(CancellationToken ct)
    {
        await using var connection = await connections.OpenPlatform(ct);
        await using var ask = new SqlCommand(NoticeSql.Last, connection);
        var last = (long)(await ask.ExecuteScalarAsync(ct))!;
        var (trimTo, trimmed, read) = (last, time.GetTimestamp(), time.GetTimestamp());
        board.LookAgain();
        using var beat = new PeriodicTimer(Beat, time);
        while (await beat.WaitForNextTickAsync(ct))
        {
            if (time.GetElapsedTime(read) > Kept / 2) board.LookAgain();
            last = await Read(connection, last, ct);
            read = time.GetTimestamp();
            if (time.GetElapsedTime(trimmed) < Kept) continue;
            await Trim(connection, trimTo, ct);
            (trimTo, trimmed) = (last, time.GetTimestamp());
        }
    }

    async Task<long> Read(SqlConnection connection, long last, CancellationToken ct)
    {
        var count = Take;
        while (count == Take)
        {
            await using var command = new SqlCommand(NoticeSql.Read, connection);
            command.Parameters.AddWithValue("@take", Take);
            command.Parameters.AddWithValue("@last", last);
            await using var rows = await command.ExecuteReaderAsync(ct);
            for (count = 0; await rows.ReadAsync(ct); count++)
            {
                last = rows.GetInt64(0);
                if (await rows.IsDBNullAsync(1, ct)) board.Wake();
                else board.Tell(new Notice(new(rows.GetGuid(1)), rows.GetString(2), rows.GetGuid(3)));
            }
        }

        return last;
    }

    static async Task Trim(SqlConnection connection, long until, CancellationToken ct)
    {
        await using var command = new SqlCommand(NoticeSql.Trim, connection);
        command.Parameters.AddWithValue("@until", until);
        await command.ExecuteNonQueryAsync(ct);
    }
}
