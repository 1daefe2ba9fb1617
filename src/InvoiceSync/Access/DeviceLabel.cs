namespace InvoiceSync.Access;

/// <summary>What a person calls a device: "Firefox, Windows", read off the user agent it names. Only for showing; nothing is decided by it.</summary>
public static class DeviceLabel
{
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

    static string? Find((string Mark, string Name)[] all, string agent) => all.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
