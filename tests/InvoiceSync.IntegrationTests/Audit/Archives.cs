using InvoiceSync.Audit;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>An archive whose files are deleted as soon as the law lets them.</summary>
sealed class ForgettingArchive(ILogArchive folder) : ILogArchive
{
    public int? YearsKept => 7;

    public Task Keep(TenantId tenant, string file, Func<Stream, Task> write, CancellationToken ct) => folder.Keep(tenant, file, write, ct);

    public Stream Open(TenantId tenant, string file) => folder.Open(tenant, file);

    public IReadOnlyList<string> Files(TenantId tenant) => folder.Files(tenant);

    public void Delete(TenantId tenant, string file) => folder.Delete(tenant, file);
}

/// <summary>An archive in which the power goes at the nth step, and what was done until then stays done: in the middle of a file, behind it, before it is read, before drafts are cleared.</summary>
sealed class FailingArchive(ILogArchive folder) : ILogArchive
{
    const int HalfAFile = 300;

    /// <summary>Steps until the power goes; none are counted once it did.</summary>
    public int Left { get; set; }

    public int? YearsKept => null;

    public Task Keep(TenantId tenant, string file, Func<Stream, Task> write, CancellationToken ct) => folder.Keep(tenant, file, async to =>
    {
        using var whole = new MemoryStream();
        await write(whole);
        await to.WriteAsync(whole.GetBuffer().AsMemory(0, HalfAFile), ct);
        Step();
        await to.WriteAsync(whole.GetBuffer().AsMemory(HalfAFile, (int)whole.Length - HalfAFile), ct);
        Step();
    }, ct);

    public Stream Open(TenantId tenant, string file)
    {
        Step();
        return folder.Open(tenant, file);
    }

    public IReadOnlyList<string> Files(TenantId tenant)
    {
        Step();
        return folder.Files(tenant);
    }

    public void Delete(TenantId tenant, string file) => folder.Delete(tenant, file);

    void Step()
    {
        if (Left > 0 && --Left == 0) throw new InvalidOperationException("The power is gone.");
    }
}
