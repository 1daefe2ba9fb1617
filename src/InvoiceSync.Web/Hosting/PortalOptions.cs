namespace InvoiceSync.Web.Hosting;

/// <summary>The section InvoiceSync of the configuration.</summary>
public sealed record PortalOptions
{
    /// <summary>Where the embedded database, the practice world and key files live.</summary>
    public string DataFolder { get; init; } = ".data";

    /// <summary>Which hats this process wears: portal, api, jobs. Parted by commas.</summary>
    public string Roles { get; init; } = "portal,api,jobs";

    /// <summary>The address people use, like https://billing.example.com; links and redirects are built on it, never on a Host header.</summary>
    public Uri? PublicOrigin { get; init; }

    /// <summary>Tenants also live at {slug}.{TenantDomain} when set.</summary>
    public string? TenantDomain { get; init; }

    /// <summary>IP addresses of the reverse proxies in front; only they may say that a request came by https, and from whom.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public PracticeOptions Practice { get; init; } = new();

    public ApiOptions Api { get; init; } = new();

    public bool Does(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);

    public static PortalOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("InvoiceSync").Get<PortalOptions>() ?? new();
        return options with { DataFolder = Path.GetFullPath(options.DataFolder, Repository() ?? Directory.GetCurrentDirectory()) };
    }

    // In a checkout the data lies beside the solution, wherever the portal was started from.
    static string? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InvoiceSync.sln"))) return folder.FullName;
        return null;
    }

    /// <summary>The practice world: run it inside this process, or use one that runs elsewhere on this machine.</summary>
    public sealed record PracticeOptions
    {
        public bool Enabled { get; init; }

        public Uri? Address { get; init; }

        /// <summary>Makes a practice company with sixty days of sales and a login at the first start.</summary>
        public bool Seed { get; init; }
    }

    /// <summary>How often the REST API may be called: by one key, with a burst, by all keys of one company, and by one network address.</summary>
    public sealed record ApiOptions
    {
        public int RequestsPerMinute { get; init; } = 600;

        public int Burst { get; init; } = 100;

        /// <summary>Calls of /v1 by one API client in an hour.</summary>
        public int RequestsPerHour { get; init; } = 1000;

        public int TenantRequestsPerMinute { get; init; } = 2400;

        public int AddressRequestsPerMinute { get; init; } = 2400;

        /// <summary>Calls that run at the same time; more wait their turn.</summary>
        public int AtOnce { get; init; } = 32;

        /// <summary>How long a token from /oauth/token lives, 10 to 60.</summary>
        public int TokenMinutes { get; init; } = 60;
    }
}
