using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.Access;

/// <summary>Network addresses a program may call from: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32. Written one way, so that equal ranges are equal.</summary>
public readonly record struct AddressRange
{
    readonly IPAddress start;
    readonly int length;

    AddressRange(IPAddress start, int length) => (this.start, this.length) = (start, length);

    /// <summary>Null when the text is no range, or one so wide that it limits nobody.</summary>
    public static AddressRange? Read(string text)
    {
        var parts = text.Trim().Split('/');
        if (parts.Length > 2 || parts[0].Length > 45 || parts[0].Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(parts[0], out var address)) return null;
        // 010.0.0.1, 0x7f.1 and 2130706433 are addresses to some programs and others to other programs.
        if (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != parts[0]) return null;
        var whole = Bits(address);
        if (parts.Length == 1) return Of(address, whole);
        return parts[1].Length is 1 or 2 or 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= 1 && length <= whole ? Of(address, length) : null;
    }

    public bool Holds(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily == start.AddressFamily && Masked(plain, length).Equals(start);
    }

    public bool Holds(AddressRange other) => other.length >= length && Holds(other.start);

    public override string ToString() => length == Bits(start) ? $"{start}" : $"{start}/{length}";

    // ::ffff:10.0.0.0/104 is 10.0.0.0/8; what is wider than all of IPv4 written so is no range of ours.
    static AddressRange? Of(IPAddress address, int length)
    {
        if (address.IsIPv4MappedToIPv6) return length > 96 ? Of(address.MapToIPv4(), length - 96) : null;
        return new(Masked(address, length), length);
    }

    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new(address.GetAddressBytes());

    static int Bits(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var at = 0; at < bytes.Length; at++)
        {
            var kept = Math.Clamp(length - at * 8, 0, 8);
            bytes[at] &= (byte)(0xFF << (8 - kept));
        }

        return new(bytes);
    }
}
