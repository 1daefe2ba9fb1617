using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.Tenancy;

/// <summary>Where a company may have us call: public https addresses, never our own network. Asked when an address is saved and of the IP when it is called.</summary>
public static class PublicAddress
{
    static readonly int[] Ports = [443, 8443, 9443];

    // Special-purpose registries of IANA (RFC 6890 and successors).
    static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    static readonly IPNetwork PublicSix = IPNetwork.Parse("2000::/3");

    // Names that mean this machine or this network wherever they are looked up.
    static readonly string[] InnerNames = ["localhost", "local", "internal", "intranet", "lan", "home.arpa"];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.Contains(plain)) && (plain.AddressFamily == AddressFamily.InterNetwork || PublicSix.Contains(plain));
    }

    public static bool IsPort(int port) => Ports.Contains(port);

    /// <summary>As far as the text tells. A name is looked up, and its IP asked about, with each call.</summary>
    public static bool MayCall(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && IsPort(address.Port)
        && (address.HostNameType == UriHostNameType.Dns ? !IsInner(address.IdnHost) : IPAddress.TryParse(address.IdnHost, out var ip) && IsPublic(ip));

    /// <summary>The same of a server's name alone, where no address is spoken of.</summary>
    public static bool MayName(string host) => Uri.CheckHostName(host) switch
    {
        UriHostNameType.Dns => !IsInner(host) && !host.Split('.')[^1].All(char.IsAsciiDigit),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(host, out var ip) && IsPublic(ip),
        _ => false,
    };

    static bool IsInner(string host)
    {
        var name = host.TrimEnd('.');
        return !name.Contains('.') || InnerNames.Any(inner => name.EndsWith("." + inner, StringComparison.OrdinalIgnoreCase));
    }
}
