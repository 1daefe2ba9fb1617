using System.Text;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Secrets;

/// <summary>The file with the master keys in a data folder. It is replaced whole or not at all, and its owner alone may read it.</summary>
static class KeyFile
{
    public static string In(string folder) => Path.Combine(folder, "master.key");

    public static void Change(string folder, Func<string, string> change)
    {
        var path = In(folder);
        if (!File.Exists(path)) throw new UsageException($"There is no {path}.");
        string changed;
        try
        {
            changed = change(File.ReadAllText(path));
        }
        catch (FormatException broken)
        {
            throw new UsageException($"{path} is no key file: {broken.Message}");
        }

        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options)) file.Write(Encoding.ASCII.GetBytes(changed));
        File.Move(draft, path, overwrite: true);
    }
}
