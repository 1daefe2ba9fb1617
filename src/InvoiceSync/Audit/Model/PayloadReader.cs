using System.Buffers.Binary;
using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>The columns of an entry out of its payload, which says them all.</summary>
static class PayloadReader
{
    const int Fields = 16;

    public static ChainEntry Entry(TenantId tenant, long seq, DateTimeOffset at, byte[] payload, byte[] prev, byte[] hash)
    {
        var fields = Split(payload);
        return new()
        {
            TenantId = tenant,
            Seq = seq,
            Id = new(new Guid(payload.AsSpan(fields[0]), bigEndian: true)),
            CreatedAt = at,
            EventType = Text(1),
            ActorType = Text(2),
            ActorId = Text(3),
            ActorName = payload[fields[4]],
            ResourceType = Text(5),
            ResourceId = Text(6),
            Action = Text(7),
            Status = Text(8),
            Metadata = Text(9),
            Changes = Text(10),
            IpAddress = payload[fields[11]],
            UserAgent = payload[fields[12]],
            RequestId = Text(13),
            Subject = Text(14),
            AddressMark = payload[fields[15]],
            Payload = payload,
            Prev = prev,
            Hash = hash,
        };

        string Text(int field) => Encoding.UTF8.GetString(payload.AsSpan(fields[field]));
    }

    static Range[] Split(byte[] payload)
    {
        var fields = new Range[Fields];
        var at = 0;
        for (var field = 0; field < Fields; field++)
        {
            if (payload.Length - at < sizeof(int)) throw new InvalidDataException("An entry has fewer fields than it should.");
            var length = BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(at));
            at += sizeof(int);
            if (length < 0 || length > payload.Length - at) throw new InvalidDataException("A field of an entry is longer than the entry.");
            fields[field] = at..(at += length);
        }

        return at == payload.Length ? fields : throw new InvalidDataException("Something stands behind the fields of an entry.");
    }
}
