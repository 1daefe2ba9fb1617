using System.Buffers.Binary;
using System.Text;

namespace InvoiceSync.Connectors.NameServers;

/// <summary>The question for TXT records and its answer, as RFC 1035 writes them; with the larger UDP answers of RFC 6891.</summary>
static class DnsMessage
{
    const ushort Txt = 16;
    const ushort Internet = 1;
    const ushort Option = 41;
    const int Head = 12;
    const int LargestUdp = 1232; // what passes every network unbroken, by the agreement of DNS flag day 2020

    public enum Verdict
    {
        Answered,
        Truncated,
        Foreign,
        Failed,
    }

    public static byte[] Ask(ushort id, string name)
    {
        using var message = new MemoryStream();
        Write(message, id, 0x0100, 1, 0, 0, 1); // recursion, please
        foreach (var label in name.Split('.'))
        {
            message.WriteByte((byte)label.Length);
            message.Write(Encoding.ASCII.GetBytes(label));
        }

        message.WriteByte(0);
        Write(message, Txt, Internet);
        message.WriteByte(0);
        Write(message, Option, LargestUdp, 0, 0, 0);
        return message.ToArray();
    }

    /// <summary>Foreign is an answer to something we did not ask. A name that does not exist has no texts, which is an answer too.</summary>
    public static (Verdict Verdict, IReadOnlyList<string> Texts) Read(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> asked)
    {
        var question = asked[Head..^11]; // before the eleven bytes of the option
        if (answer.Length < Head + question.Length || !answer[..2].SequenceEqual(asked[..2]) || (answer[2] & 0x80) == 0) return (Verdict.Foreign, []);
        if (!Same(answer.Slice(Head, question.Length), question) || Number(answer, 4) != 1) return (Verdict.Foreign, []);
        if ((answer[2] & 0x02) != 0) return (Verdict.Truncated, []);
        return (answer[3] & 0x0F) switch
        {
            0 => Texts(answer, Head + question.Length, Number(answer, 6)) is { } texts ? (Verdict.Answered, texts) : (Verdict.Failed, []),
            3 => (Verdict.Answered, []),
            _ => (Verdict.Failed, []),
        };
    }

    // Null when the answer is cut or bent.
    static List<string>? Texts(ReadOnlySpan<byte> answer, int at, int records)
    {
        var texts = new List<string>();
        for (; records > 0; records--)
        {
            if (AfterName(answer, at) is not { } fixedPart || fixedPart + 10 > answer.Length) return null;
            var (type, length, data) = (Number(answer, fixedPart), Number(answer, fixedPart + 8), fixedPart + 10);
            if (data + length > answer.Length) return null;
            if (type == Txt)
            {
                if (Joined(answer.Slice(data, length)) is not { } text) return null;
                texts.Add(text);
            }

            at = data + length;
        }

        return texts;
    }

    // A text longer than 255 bytes comes in pieces.
    static string? Joined(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        while (data.Length > 0)
        {
            if (data[0] >= data.Length) return null;
            text.Append(Encoding.ASCII.GetString(data.Slice(1, data[0])));
            data = data[(1 + data[0])..];
        }

        return text.ToString();
    }

    // A pointer ends a name, so it is never followed and cannot lead in a circle.
    static int? AfterName(ReadOnlySpan<byte> answer, int at)
    {
        while (at < answer.Length)
        {
            var length = answer[at];
            if (length == 0) return at + 1;
            if (length >= 0xC0) return at + 2;
            if (length > 63) return null;
            at += 1 + length;
        }

        return null;
    }

    // Servers may answer in another case than they were asked.
    static bool Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(one, other) || one.SequenceEqual(other);

    static ushort Number(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);

    static void Write(MemoryStream message, params ReadOnlySpan<ushort> numbers)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
            message.Write(bytes);
        }
    }
}
