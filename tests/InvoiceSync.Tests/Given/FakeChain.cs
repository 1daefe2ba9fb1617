using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Tests.Given;

/// <summary>A chain that only remembers what was to be added.</summary>
sealed class FakeChain : IAuditChain
{
    public List<(TenantId Chain, NewEntry Entry)> Written { get; } = [];

    public Action Appended { get; set; } = () => { };

    public Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct)
    {
        Written.AddRange(entries.Select(e => (chain, e)));
        Appended();
        return Task.CompletedTask;
    }

    public Task MakeMonth(InvoiceSyncDb db, DateOnly month, CancellationToken ct) => Task.CompletedTask;

    public Task<bool> IndexWords(InvoiceSyncDb db, CancellationToken ct) => Task.FromResult(false);

    public Task<FoundWords?> FindWords(InvoiceSyncDb db, string words, DateTimeOffset since, PageKey before, int most, CancellationToken ct) => Task.FromResult<FoundWords?>(null);

    public Task NoteArchived(InvoiceSyncDb db, TenantId chain, NewArchive month, CancellationToken ct) => Task.CompletedTask;

    public Task<string> DropMonth(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct) => Task.FromResult("");

    public Task NoteFileDeleted(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Everybody's key is made of their name; the erased have none.</summary>
sealed class FakePersonKeys : IPersonKeyStore
{
    public HashSet<string> Erased { get; } = [];

    public int Asked { get; private set; }

    public Task<IReadOnlyDictionary<string, byte[]?>> Find(TenantId tenant, IReadOnlyCollection<string> subjects, bool make, CancellationToken ct)
    {
        Asked++;
        return Task.FromResult<IReadOnlyDictionary<string, byte[]?>>(subjects.ToDictionary(s => s, s => Erased.Contains(s) ? null : Key(s)));
    }

    public static byte[] Key(string subject) => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(subject));
}
