namespace InvoiceSync.Connectors.Chromium;

/// <summary>The section Printing of the configuration.</summary>
public sealed record ChromiumSettings
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>The program; without it, the first of the usual names on the PATH.</summary>
    public string? Chromium { get; init; }

    /// <summary>Pages printed at the same time; more wait, up to MostWaiting.</summary>
    public int AtOnce { get; init; } = 2;

    public int MostWaiting { get; init; } = 64;

    /// <summary>How long one page may take, with its wait for the browser to start.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A browser is replaced after so many pages, so that nothing it leaks adds up.</summary>
    public int PagesPerBrowser { get; init; } = 500;

    /// <summary>Chromium's own sandbox. It cannot be had as root, and in containers without user namespaces.</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>The program's path; null when there is none.</summary>
    public string? Find() => Chromium is { Length: > 0 } set ? Existing(set) : OnPath().Select(Existing).FirstOrDefault(found => found is not null);

    static IEnumerable<string> OnPath() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, name);

    static string? Existing(string path) => File.Exists(path) ? path : null;
}
