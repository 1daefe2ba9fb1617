namespace InvoiceSync.Access;

/// <summary>What a person calls a device: "Firefox, Windows", read off the user agent it names: for showing, and to notice that a session moved. It opens nothing.</summary>
public static class DeviceLabel
{
    const int LongestAgent = 255;

    // The order matters: most browsers also call themselves by the names of others.
    static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string agent)
    {
        var names = new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(name => name is not null).ToList();
        return names.Count > 0 ? string.Join(", ", names) : agent.Length > 0 ? agent[..Math.Min(agent.Length, 40)] : "?";
    }

    /// <summary>Whether two user agents are of one browser on one system; what only an update changes does not count.</summary>
    public static bool IsSame(string agent, string other) => Of(Kept(agent)) == Of(Kept(other));

    /// <summary>As much of a user agent as is kept with a session.</summary>
    public static string Kept(string agent) => agent.Length <= LongestAgent ? agent : agent[..LongestAgent];

    static string? Find((string Mark, string Name)[] all, string agent) => all.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
