using System.Security.Cryptography;
using InvoiceSync.Audit;

namespace InvoiceSync.Web.Audit;

/// <summary>
/// The keys of checkpoints: PEM files in Audit:KeyFolder, by default audit-keys beside the master key. The last by name signs,
/// the others still verify; a first key is made when there is none. Nodes of one installation share the folder.
/// </summary>
static class CheckpointKeyFolder
{
    public static CheckpointKeys Read(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Files(folder).Length == 0) Make(Path.Combine(folder, "0001.pem"));
        return new([.. Files(folder).Reverse().Select(Key)]);
    }

    static string[] Files(string folder) => [.. Directory.GetFiles(folder, "*.pem").Order(StringComparer.Ordinal)];

    static ECDsa Key(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    // Written beside and moved into place: of two first starts one key wins whole.
    static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, System.Text.Encoding.ASCII, options)) file.Write(key.ExportPkcs8PrivateKeyPem());
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
