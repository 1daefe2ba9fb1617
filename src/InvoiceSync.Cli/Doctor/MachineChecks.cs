namespace InvoiceSync.Cli.Doctor;

/// <summary>What the portal would find if it ran on this machine.</summary>
static class MachineChecks
{
    // Earlier ones check XML signatures wrongly (System.Security.Cryptography.Xml).
    static readonly Version Floor = new(10, 0, 10);

    public static IEnumerable<Finding> All() => [Runtime(Environment.Version), PostgreSql(PostgreSqlFolders()), Chromium(Folders())];

    public static Finding Runtime(Version version) => version >= Floor
        ? Finding.Ok($".NET {version}.")
        : Finding.Fail($".NET {version} has known holes in signature checking.", $"Install the .NET 10 runtime {Floor} or later.");

    public static Finding PostgreSql(IEnumerable<string> folders) =>
        folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres"))) is { } found
            ? Finding.Ok($"PostgreSQL programs for the embedded database: {found}.")
            : Finding.Warn("No PostgreSQL programs for the embedded database.", "apt-get install postgresql, or let eng/run fetch them; not needed with a database elsewhere.");

    public static Finding Chromium(IEnumerable<string> folders) =>
        folders.SelectMany(f => (string[])[Path.Combine(f, "chromium"), Path.Combine(f, "google-chrome")]).FirstOrDefault(File.Exists) is { } found
            ? Finding.Ok($"Chromium for tests in the browser: {found}.")
            : Finding.Warn("No Chromium. Only tests in the browser need it.", "apt-get install chromium");

    static IEnumerable<string> PostgreSqlFolders()
    {
        const string Debian = "/usr/lib/postgresql";
        var packaged = Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian).OrderDescending().Select(v => Path.Combine(v, "bin")) : [];
        return packaged.Concat(Folders());
    }

    static string[] Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
