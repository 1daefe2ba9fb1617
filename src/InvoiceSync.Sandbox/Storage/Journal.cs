using System.Buffers;
using System.Text.Json;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>
/// An append-only file, one line a unit of work. A line reaches the operating system in a single write, so a
/// killed process loses nothing it answered for; a torn last line is cut off at the next start.
/// </summary>
sealed class Journal : IDisposable
{
    readonly FileStream? file;

    public Journal(string? folder)
    {
        if (folder is null) return;
        Directory.CreateDirectory(folder);
        file = new FileStream(Path.Combine(folder, "practice-world.journal"),
            FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    public void Replay(Action<JsonElement> apply)
    {
        if (file is null) return;
        var whole = 0L;
        foreach (var line in Lines())
        {
            if (!TryParse(line, out var document)) break;
            using (document) apply(document.RootElement);
            whole += line.Length + 1;
        }
        file.SetLength(whole);
        file.Seek(0, SeekOrigin.End);
    }

    public void Append(IReadOnlyList<Change> changes)
    {
        if (file is null || changes.Count == 0) return;
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var change in changes) change.Write(json);
            json.WriteEndArray();
        }
        buffer.Write("\n"u8);
        file.Write(buffer.WrittenSpan);
    }

    public void Dispose() => file?.Dispose();

    IEnumerable<byte[]> Lines()
    {
        file!.Seek(0, SeekOrigin.Begin);
        var block = new byte[1 << 16];
        var line = new MemoryStream();
        for (int read; (read = file.Read(block)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(block, (byte)'\n', start, read - start)) >= 0; start = end + 1)
            {
                line.Write(block, start, end - start);
                yield return line.ToArray();
                line.SetLength(0);
            }
            line.Write(block, start, read - start);
        }
    }

    static bool TryParse(byte[] line, out JsonDocument document)
    {
        try
        {
            document = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            document = null!;
            return false;
        }
    }
}
