using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>A log made in memory as the product would write it, its checkpoints signed; a test spoils it and has it verified.</summary>
sealed class MadeLog
{
    static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    static readonly CheckpointKeys Keys = new([Signer]);

    public static SignerKeys Trusted { get; } = SignerKeys.Read(Keys.PublicPem);

    public static string Pem => Keys.PublicPem;

    public required List<ReadEvidence.Entry> Entries { get; init; }

    public required List<SignedCheckpoint> Checkpoints { get; init; }

    public TenantId Tenant { get; init; }

    /// <summary>Entries with a checkpoint at each of these sizes.</summary>
    public static MadeLog Of(int entries, int[] checkpoints, TenantId? tenant = null, string story = "looked", CheckpointKeys? signer = null)
    {
        var (chain, at, keys) = (tenant ?? Some.Tenant, Some.Noon, signer ?? Keys);
        var (log, frontier, prev, previous) = (new MadeLog { Entries = [], Checkpoints = [], Tenant = chain }, new Frontier(), EntryHash.Genesis, (string?)null);
        for (var seq = 1; seq <= entries; seq++)
        {
            var payload = Encoding.UTF8.GetBytes($"{story} {seq}");
            var hash = EntryHash.Of(chain, seq, at, prev, payload);
            log.Entries.Add(new(seq, at, payload, hash));
            frontier.Add(prev = hash);
            at = at.AddSeconds(1);
            if (!checkpoints.Contains(seq)) continue;
            var body = CheckpointText.Of(chain, frontier, prev, at, previous, keys.KeyId);
            log.Checkpoints.Add(new(chain, seq, previous = body, keys.Sign(body)));
        }

        return log;
    }

    /// <summary>The same bytes hashed and linked again from this entry on, as whoever owns the database could.</summary>
    public void HashAgain(int from)
    {
        for (var at = from; at < Entries.Count; at++)
        {
            var prev = at == 0 ? EntryHash.Genesis : Entries[at - 1].Hash;
            Entries[at] = Entries[at] with { Seq = at + 1, Hash = EntryHash.Of(Tenant, at + 1, Entries[at].At, prev, Entries[at].Payload) };
        }
    }

    public void Spoil(int at, string story) => Entries[at] = Entries[at] with { Payload = Encoding.UTF8.GetBytes(story) };

    public async Task<byte[]> File()
    {
        var file = new MemoryStream();
        var whole = new ReadEvidence.Stretch(Tenant, Entries, Checkpoints, IsLast: true);
        await new EvidenceFile(file).Write(_ => Task.FromResult(whole), CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>The entries behind one size as far as another, sealed, as an archived month is written.</summary>
    public async Task<byte[]> Month(int after, int upto)
    {
        var (file, bytes) = await Begin(after, upto);
        var body = ArchiveSeal.Of(Tenant, new(2024, 10, 1), Tree(upto), Entries[upto - 1].Hash, Some.Noon, Keys.KeyId);
        await file.Seal(new(Tenant, upto, body, Keys.Sign(body)), CancellationToken.None);
        await file.End(upto, CancellationToken.None);
        return bytes.ToArray();
    }

    /// <summary>What the database still has behind archived months.</summary>
    public async Task<byte[]> Later(int after)
    {
        var (file, bytes) = await Begin(after, Entries.Count);
        await file.End(Entries.Count, CancellationToken.None);
        return bytes.ToArray();
    }

    async Task<(EvidenceFile File, MemoryStream Bytes)> Begin(int after, int upto)
    {
        var bytes = new MemoryStream();
        var (file, last) = (new EvidenceFile(bytes), Checkpoints.LastOrDefault(c => c.Size <= after));
        var before = after == 0 ? LogState.Start : new(after, Entries[after - 1].Hash, Tree(after).ToBytes());
        await file.Begin(Tenant, before, last is null ? new byte[32] : SHA256.HashData(Encoding.UTF8.GetBytes(last.Body)), CancellationToken.None);
        var stretch = new ReadEvidence.Stretch(Tenant, Entries[after..upto], [.. Checkpoints.Where(c => c.Size > after && c.Size <= upto)], IsLast: true);
        await file.Write(stretch, after, _ => Task.FromResult(stretch), CancellationToken.None);
        return (file, bytes);
    }

    Frontier Tree(int size)
    {
        var frontier = new Frontier();
        foreach (var entry in Entries[..size]) frontier.Add(entry.Hash);
        return frontier;
    }

    public IReadOnlyList<AnchorLine> Anchors() => [.. Checkpoints.Select(c => new AnchorLine(c.Tenant.Value, c.Size, c.Body, c.Signature))];

    public async Task<LogVerdict> Verified(IReadOnlyList<AnchorLine>? anchors = null) => Verify(await File(), anchors);

    public static LogVerdict Verify(byte[] file, IReadOnlyList<AnchorLine>? anchors = null) =>
        Verify([file], anchors);

    /// <summary>Files that go on from one another.</summary>
    public static LogVerdict Verify(byte[][] files, IReadOnlyList<AnchorLine>? anchors = null) =>
        new LogWalk(Trusted, anchors ?? []).Walk([.. files.Select(f => new MemoryStream(f))], CancellationToken.None);
}
