namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>The fiscal reference data that lies beside the repository; a test that needs an absent piece is skipped and says so.</summary>
static class FiscalData
{
    static readonly string? Root = Find();

    public static string Folder(params string[] parts)
    {
        var path = Root is null ? null : Path.Combine([Root, .. parts]);
        if (path is null || !Path.Exists(path))
            Assert.Skip($"Fiscal reference data is absent: ../shared/data/efactura/{string.Join('/', parts)}. This guarantee was NOT tested.");
        return path;
    }

    static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "InvoiceSync.sln")))
            {
                var data = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", "efactura"));
                return Directory.Exists(data) ? data : null;
            }

        return null;
    }
}
