using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Customers;

/// <summary>E-mail addresses and their tax numbers from a file with the columns email and cui, in any order among others. Rows without a number are for later.</summary>
static class CustomerMappings
{
    const int Largest = 1024 * 1024;

    public static IReadOnlyList<Mapping> Read(string? path)
    {
        if (path is null) return [];
        if (!File.Exists(path)) throw new UsageException($"--mappings {path}: there is no such file.");
        if (new FileInfo(path).Length > Largest) throw new UsageException($"--mappings {path} is larger than 1 MB.");
        var rows = Csv.Read(File.ReadAllText(path));
        var (email, cui) = rows is [var head, ..] ? (Column(head, "email"), Column(head, "cui")) : (-1, -1);
        if (email < 0 || cui < 0) throw new UsageException($"--mappings {path} needs a first line with the columns email and cui.");

        List<Mapping> found = [];
        foreach (var row in rows.Skip(1).Where(r => r.Count > Math.Max(email, cui) && r[cui].Length > 0))
        {
            if (!row[email].Contains('@', StringComparison.Ordinal)) throw new UsageException($"--mappings {path}: \"{row[email]}\" is no e-mail address.");
            if (found.Any(f => f.Email.Equals(row[email], StringComparison.OrdinalIgnoreCase))) throw new UsageException($"--mappings {path} names {row[email]} twice.");
            found.Add(new(row[email], row[cui]));
        }

        return found;
    }

    static int Column(IReadOnlyList<string> head, string name) => head.ToList().FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A tax number by e-mail address.</summary>
sealed record Mapping(string Email, string Cui);
