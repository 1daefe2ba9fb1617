using System.Buffers;

namespace InvoiceSync.Web.Invoicing;

/// <summary>Takes what a ZIP writes and gives it on when told: an answer takes no blocking writes, and the end of an entry is one. It holds one entry at most.</summary>
sealed class HeldBytes : Stream
{
    readonly ArrayBufferWriter<byte> held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PassOn(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(held.WrittenMemory, ct);
        held.ResetWrittenCount();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
