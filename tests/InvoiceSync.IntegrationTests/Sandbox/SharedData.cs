using System.Reflection;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>The published samples beside the repository; a test that needs them says loudly when they are not there.</summary>
static class SharedData
{
    public static string Folder(params string[] path)
    {
        var folder = Repository(["..", "shared", "data", .. path]);
        if (!Path.Exists(folder)) Assert.Skip($"the shared data is not beside the repository: {string.Join('/', path)}");
        return folder;
    }

    public static string Repository(params string[] path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (!File.Exists(Path.Combine(folder.FullName, "InvoiceSync.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. path]);
    }
}
