using System.Buffers.Binary;
using System.Net.Sockets;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>TDS framing: eight bytes of header, big-endian length with the header, bit 0 of the status on the last packet.</summary>
static class TdsPacket
{
    public static async Task<(byte Type, byte[] Body)> Read(NetworkStream stream, CancellationToken ct)
    {
        var header = new byte[8];
        using var body = new MemoryStream();
        do
        {
            await stream.ReadExactlyAsync(header, ct);
            var part = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - 8];
            await stream.ReadExactlyAsync(part, ct);
            body.Write(part);
        }
        while ((header[1] & 1) == 0);
        return (header[0], body.ToArray());
    }

    public static async Task Write(NetworkStream stream, byte[] body, CancellationToken ct)
    {
        var packet = new byte[body.Length + 8];
        (packet[0], packet[1]) = (4, 1);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        body.CopyTo(packet, 8);
        await stream.WriteAsync(packet, ct);
    }
}
