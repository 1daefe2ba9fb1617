namespace InvoiceSync.IntegrationTests.Api;

/// <summary>A folder of its own for one test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("invoicesync-test-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
