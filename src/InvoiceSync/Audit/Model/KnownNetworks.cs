using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.Audit.Model;

/// <summary>Whether a person comes from a network they came from before: the same /24, or /48 of IPv6. Places are not looked up.</summary>
static class KnownNetworks
{
    /// <summary>So many sign-ins back a network is known.</summary>
    public const int Most = 200;

    const int Four = 24;
    const int Six = 48;

    /// <summary>Addresses that are not readable any more tell nothing: without one that is, nothing is new.</summary>
    public static bool IsNew(string? address, IEnumerable<string?> before)
    {
        if (Network(address) is not { } network) return false;
        var known = before.Select(Network).OfType<IPNetwork>().ToHashSet();
        return known.Count > 0 && !known.Contains(network);
    }

    static IPNetwork? Network(string? text)
    {
        if (!IPAddress.TryParse(text, out var address)) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var (bytes, bits) = (address.GetAddressBytes(), address.AddressFamily == AddressFamily.InterNetwork ? Four : Six);
        bytes.AsSpan(bits / 8).Clear();
        return new(new IPAddress(bytes), bits);
    }
}
