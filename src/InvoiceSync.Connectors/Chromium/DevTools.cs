using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>
/// The DevTools protocol over Chromium's pipe: JSON messages, each ended by a zero byte. No port is opened, and a browser whose
/// pipe closes ends by itself, however we ended.
/// </summary>
sealed class DevTools : IDisposable
{
    const int LongestMessage = 128 << 20;

    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> asked = new();
    readonly ConcurrentDictionary<string, Action<string, JsonElement>> listening = new();
    readonly SemaphoreSlim writing = new(1);
    readonly Stream into;
    int last;
    volatile bool over;

    public DevTools(Stream into, Stream outOf)
    {
        this.into = into;
        Ended = Read(outOf);
    }

    /// <summary>Done once the other side is gone.</summary>
    public Task Ended { get; }

    /// <summary>What a session tells from now on.</summary>
    public void Listen(string session, Action<string, JsonElement> heard) => listening[session] = heard;

    public void Forget(string session) => listening.TryRemove(session, out _);

    public async Task<JsonElement> Call(string method, JsonObject? parameters, string? session, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[id] = answer;
        try
        {
            var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
            if (session is not null) message["sessionId"] = session;
            await Write(message, ct);
            if (over) throw new IOException("Chromium has ended.");
            return await answer.Task.WaitAsync(ct);
        }
        finally
        {
            asked.TryRemove(id, out _);
        }
    }

    public void Dispose()
    {
        into.Dispose();
        writing.Dispose();
    }

    async Task Write(JsonObject message, CancellationToken ct)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(message), 0];
        await writing.WaitAsync(ct);
        try
        {
            // Half a message would spoil all that follow.
            await into.WriteAsync(bytes, CancellationToken.None);
            await into.FlushAsync(CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    async Task Read(Stream outOf)
    {
        var pipe = PipeReader.Create(outOf);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(CancellationToken.None);
                var left = read.Buffer;
                while (left.PositionOf((byte)0) is { } end)
                {
                    Take(left.Slice(0, end));
                    left = left.Slice(left.GetPosition(1, end));
                }

                pipe.AdvanceTo(left.Start, left.End);
                if (read.IsCompleted || left.Length > LongestMessage) break;
            }
        }
        catch (Exception lost) when (lost is IOException or ObjectDisposedException or JsonException)
        {
            // Gone in the middle of a word: the same as gone.
        }
        finally
        {
            over = true;
            await pipe.CompleteAsync();
            foreach (var waiting in asked.Values) waiting.TrySetException(new IOException("Chromium has ended."));
        }
    }

    void Take(ReadOnlySequence<byte> text)
    {
        using var parsed = JsonDocument.Parse(text);
        var message = parsed.RootElement;
        if (message.TryGetProperty("id", out var id))
        {
            if (!asked.TryGetValue(id.GetInt32(), out var waiting)) return;
            if (message.TryGetProperty("error", out var error)) waiting.TrySetException(new IOException(error.GetProperty("message").GetString()));
            else waiting.TrySetResult(message.GetProperty("result").Clone());
        }
        else if (message.TryGetProperty("sessionId", out var session) && listening.TryGetValue(session.GetString()!, out var heard))
        {
            heard(message.GetProperty("method").GetString()!, message.GetProperty("params").Clone());
        }
    }
}
