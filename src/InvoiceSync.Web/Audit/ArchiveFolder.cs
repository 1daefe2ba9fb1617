using InvoiceSync.Audit;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Audit;

/// <summary>The archive of logs as a folder, one for each company; nodes share it. A file is written once and on the disk before it counts.</summary>
sealed class ArchiveFolder(string folder, int? yearsKept) : ILogArchive
{
    const int LeastYears = 7;
    const int Buffer = 1 << 16;

    public int? YearsKept { get; } = yearsKept is not < LeastYears ? yearsKept : throw new ArgumentException("Audit:ArchiveYears is seven at least, or nothing.");

    public async Task Keep(TenantId tenant, string file, Func<Stream, Task> write, CancellationToken ct)
    {
        Directory.CreateDirectory(Of(tenant));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = Buffer, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var to = new FileStream(Path.Combine(Of(tenant), file), options);
        await write(to);
        await to.FlushAsync(ct);
        to.Flush(flushToDisk: true);
    }

    public Stream Open(TenantId tenant, string file)
    {
        var path = Path.Combine(Of(tenant), file);
        return File.Exists(path) ? File.OpenRead(path) : throw new FileNotFoundException("A month of the audit log is not in its archive.", file);
    }

    public IReadOnlyList<string> Files(TenantId tenant) =>
        Directory.Exists(Of(tenant)) ? [.. Directory.EnumerateFiles(Of(tenant)).Select(f => Path.GetFileName(f))] : [];

    public void Delete(TenantId tenant, string file) => File.Delete(Path.Combine(Of(tenant), file));

    string Of(TenantId tenant) => Path.Combine(folder, tenant.Value.ToString("D"));
}
