namespace InvoiceSync.Tests.Architecture;

/// <summary>The working copy these tests were built from, and its hand-written files.</summary>
static class Repository
{
    static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations", ".git", ".data", ".tools", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files whose names end so, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Walk(new DirectoryInfo(Root)).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Walk));

    static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "InvoiceSync.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("These tests run inside a working copy of the repository.");
        return at.FullName;
    }
}
