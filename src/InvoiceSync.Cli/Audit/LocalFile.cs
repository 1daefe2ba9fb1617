using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>A file somebody named; that it cannot be read is told as a mistake in the words.</summary>
static class LocalFile
{
    public static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {failure.Message}");
        }
    }

    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }
}
