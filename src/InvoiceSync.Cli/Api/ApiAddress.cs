using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Api;

/// <summary>Where the portal is and with which key, from options or the environment. A key never travels unencrypted beyond this machine.</summary>
sealed record ApiAddress(Uri Url, string? Key)
{
    const string UrlVariable = "INVOICESYNC_API_URL";
    const string KeyVariable = "INVOICESYNC_API_KEY";

    public static readonly Flag[] Flags =
    [
        new("--api-url", "URL", $"Where the portal is, like https://billing.example.com; else {UrlVariable}."),
        new("--api-key", "KEY", $"An API key (isk_…); better set {KeyVariable}: others on the machine can read a command line."),
        new("--allow-http", null, "Send the key over plain http even to another machine."),
    ];

    public static ApiAddress Read(Arguments arguments, Surroundings here)
    {
        var text = arguments.Text("--api-url") ?? here.Variable(UrlVariable) ?? throw new UsageException($"Say where the portal is: --api-url URL, or set {UrlVariable}.");
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new UsageException($"--api-url is an address like https://billing.example.com, not \"{text}\".");
        if (url.Scheme == "http" && !url.IsLoopback && !arguments.Has("--allow-http"))
            throw new UsageException("The key would travel unencrypted. Use https, or --allow-http if the network is yours alone.");

        var key = arguments.Text("--api-key") ?? here.Variable(KeyVariable);
        if (key is not null && (!key.StartsWith("isk_", StringComparison.Ordinal) || key.Length > 200 || key.Any(char.IsWhiteSpace)))
            throw new UsageException("An API key begins with isk_. An owner makes one in the portal under Settings, API keys.");
        return new(url, key);
    }

    public ApiAddress WithKey() => Key is not null ? this : throw new UsageException($"Give an API key: set {KeyVariable}, or --api-key KEY.");

    public override string ToString() => Url.ToString();
}
