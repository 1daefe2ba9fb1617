using Microsoft.Extensions.Logging;
using Npgsql;

namespace InvoiceSync.PostgreSql;

/// <summary>
/// Wakes the workers of all nodes after a commit: the first at once, and whatever comes in the next moment shares one NOTIFY at
/// its end. Inside the commits NOTIFY would make them wait for one another; a wake-up lost with this process costs one poll.
/// </summary>
public sealed class Waker(PostgreSqlSources sources, TimeProvider time, ILogger<Waker> log)
{
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    const int Resting = 0;
    const int Telling = 1;
    const int AskedAgain = 2;
    int state;

    public void Wake()
    {
        if (Interlocked.Exchange(ref state, AskedAgain) == Resting) _ = Tell();
    }

    async Task Tell()
    {
        do
        {
            Volatile.Write(ref state, Telling);
            try
            {
                await using var notify = sources.Platform.CreateCommand($"notify {PostgreSqlDialect.Channel}, '{NoticeText.Work}'");
                await notify.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (NpgsqlException lost)
            {
                log.LogWarning("Workers were not woken ({Problem}); they will look by themselves", lost.Message);
            }

            await Task.Delay(Moment, time, CancellationToken.None);
        }
        while (Interlocked.CompareExchange(ref state, Resting, Telling) != Telling);
    }
}
