using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace InvoiceSync.Audit.Model;

/// <summary>The facts of an entry as they are hashed: sixteen fields in one order, each as four bytes of length and its bytes. No two entries share an encoding.</summary>
static class Payload
{
    public static byte[] Of(NewEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Add(bytes, entry.Id.ToByteArray(bigEndian: true));
        Add(bytes, entry.EventType);
        Add(bytes, entry.ActorType);
        Add(bytes, entry.ActorId);
        Add(bytes, entry.ActorName);
        Add(bytes, entry.ResourceType);
        Add(bytes, entry.ResourceId);
        Add(bytes, entry.Action);
        Add(bytes, entry.Status);
        Add(bytes, entry.Metadata);
        Add(bytes, entry.Changes);
        Add(bytes, entry.IpAddress);
        Add(bytes, entry.UserAgent);
        Add(bytes, entry.RequestId);
        Add(bytes, entry.Subject);
        Add(bytes, entry.AddressMark);
        return bytes.WrittenSpan.ToArray();
    }

    static void Add(ArrayBufferWriter<byte> to, string text) => Add(to, Encoding.UTF8.GetBytes(text));

    static void Add(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(sizeof(int)), field.Length);
        to.Advance(sizeof(int));
        to.Write(field);
    }
}
