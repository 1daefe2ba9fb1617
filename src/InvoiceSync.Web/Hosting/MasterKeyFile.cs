using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// The key that wraps all tenants' secrets: Secrets:MasterKey (32 bytes, base64) with Secrets:MasterKeyId, or a file made at
/// the first start with the embedded database. It is never in the database: back it up apart from it. While it is exchanged,
/// Secrets:OldMasterKeys:{id}, or the further lines of the file, hold the ones before.
/// </summary>
static class MasterKeyFile
{
    public static MasterKey Read(IConfiguration configuration, PortalOptions options)
    {
        if (configuration["Secrets:MasterKey"] is { Length: > 0 } text)
            return new(configuration["Secrets:MasterKeyId"] ?? "1", Convert.FromBase64String(text), Older(configuration));
        if ((configuration["Database:Provider"] ?? "Embedded") != "Embedded")
            throw new InvalidOperationException("Set Secrets:MasterKey to 32 random bytes in base64 (openssl rand -base64 32). Keep it apart from the database.");

        Directory.CreateDirectory(options.DataFolder);
        var path = Path.Combine(options.DataFolder, "master.key");
        if (!File.Exists(path)) Make(path);
        return MasterKeyRing.Read(File.ReadAllText(path));
    }

    static Dictionary<string, byte[]> Older(IConfiguration configuration) =>
        configuration.GetSection("Secrets:OldMasterKeys").GetChildren().Where(k => k.Value is { Length: > 0 }).ToDictionary(k => k.Key, k => Convert.FromBase64String(k.Value!));

    // Written beside and moved into place: of two first starts one key wins whole.
    static void Make(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
            file.Write(System.Text.Encoding.ASCII.GetBytes(MasterKeyRing.NewKey()));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
