using System.Text;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>The few tokens of a TDS answer the tests need: environment changes, LOGINACK, one column of one row, DONE.</summary>
sealed class TdsAnswer
{
    const byte ColMetadata = 0x81, Row = 0xD1, LoginAck = 0xAD, EnvChange = 0xE3, DoneToken = 0xFD, Int = 0x38;

    /// <summary>Version 16.0.4096, no encryption, no MARS.</summary>
    public static readonly byte[] PreLogin = [0, 0, 16, 0, 6, 1, 0, 22, 0, 1, 4, 0, 23, 0, 1, 0xFF, 16, 0, 0x10, 0, 0, 0, 2, 0];

    readonly List<byte> bytes = [];

    public byte[] SignedIn()
    {
        Change([1, 1, .. Encoding.Unicode.GetBytes("x"), 0]); // database
        Change([7, 5, 9, 4, 0xD0, 0, 0x34, 0]); // collation
        Token(LoginAck, [1, 0x74, 0, 0, 4, 4, .. Encoding.Unicode.GetBytes("Fake"), 16, 0, 0x10, 0]);
        return Done();
    }

    public byte[] Begun()
    {
        Change([8, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0]); // transaction 7 stands for all
        return Done();
    }

    public byte[] Ended(bool committed)
    {
        Change([(byte)(committed ? 9 : 10), 0, 8, 7, 0, 0, 0, 0, 0, 0, 0]);
        return Done();
    }

    public byte[] Number(int number)
    {
        bytes.AddRange([ColMetadata, 1, 0, 0, 0, 0, 0, 0, 0, Int, 0]); // one nameless column
        bytes.AddRange([Row, .. BitConverter.GetBytes(number)]);
        return Done();
    }

    public byte[] Done() => [.. bytes, DoneToken, .. new byte[12]];

    void Change(byte[] what) => Token(EnvChange, what);

    void Token(byte token, byte[] content) => bytes.AddRange([token, .. BitConverter.GetBytes((short)content.Length), .. content]);
}
