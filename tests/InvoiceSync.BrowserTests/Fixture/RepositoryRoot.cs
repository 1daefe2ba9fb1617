namespace InvoiceSync.BrowserTests.Fixture;

static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo from)
    {
        for (var at = from; at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "InvoiceSync.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
