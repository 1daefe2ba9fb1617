using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.Access.Model;

/// <summary>The neighbourhood of an address: what one household or office gets, /24 of IPv4 and /48 of IPv6.</summary>
static class Network
{
    public static string Of(string address)
    {
        if (!IPAddress.TryParse(address, out var ip)) return "";
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        var (kept, length) = ip.AddressFamily == AddressFamily.InterNetwork ? (3, 24) : (6, 48);
        var bytes = ip.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{length}";
    }
}
