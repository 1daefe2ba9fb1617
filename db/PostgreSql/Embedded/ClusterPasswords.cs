using System.Security.Cryptography;
using System.Text.Json;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>Random passwords of the roles, made once and kept in a file that only its owner can read.</summary>
sealed class ClusterPasswords(IReadOnlyDictionary<string, string> byRole)
{
    public const string Superuser = "postgres";
    static readonly string[] Roles = [Superuser, EmbeddedPostgres.Owner, EmbeddedPostgres.App, EmbeddedPostgres.Platform];

    public string Of(string role) => byRole.TryGetValue(role, out var password)
        ? password
        : throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role of the private cluster.");

    public static ClusterPasswords LoadOrCreate(ClusterFolder folder)
    {
        if (File.Exists(folder.Passwords))
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(folder.Passwords))!);

        if (Directory.Exists(folder.Data))
            throw new EmbeddedPostgresException(
                $"The database in {folder.Server} is there but its passwords ({folder.Passwords}) are gone. Put the file back, or start over with --reset.");

        var made = Roles.ToDictionary(role => role, _ => RandomNumberGenerator.GetHexString(48, lowercase: true));
        Write(folder.Passwords, JsonSerializer.Serialize(made));
        return new(made);
    }

    // Whole or not at all: a half-written file after a power cut would lock us out of a healthy cluster.
    static void Write(string path, string text)
    {
        var draft = path + ".new";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, how))
        {
            using (var writer = new StreamWriter(stream, leaveOpen: true)) writer.Write(text);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
