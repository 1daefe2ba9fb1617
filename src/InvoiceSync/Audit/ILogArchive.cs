using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Where months of the log lie once they are a year old: files outside the database, never changed.</summary>
public interface ILogArchive
{
    /// <summary>After how many years a file is deleted, seven at least; null is never.</summary>
    int? YearsKept { get; }

    /// <summary>Writes a new file; it is on the disk when the task ends.</summary>
    Task Keep(TenantId tenant, string file, Func<Stream, Task> write, CancellationToken ct);

    /// <summary>Reads a file from its beginning; FileNotFoundException when it is not there.</summary>
    Stream Open(TenantId tenant, string file);

    IReadOnlyList<string> Files(TenantId tenant);

    /// <summary>Deletes a file, or what a crash left of one.</summary>
    void Delete(TenantId tenant, string file);
}
