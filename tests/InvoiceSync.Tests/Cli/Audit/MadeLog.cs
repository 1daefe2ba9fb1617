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

    public IReadOnlyList<AnchorLine> Anchors() => [.. Checkpoints.Select(c => new AnchorLine(c.Tenant.Value, c.Size, c.Body, c.Signature))];

    public async Task<LogVerdict> Verified(IReadOnlyList<AnchorLine>? anchors = null) => Verify(await File(), anchors);

    public static LogVerdict Verify(byte[] file, IReadOnlyList<AnchorLine>? anchors = null) =>
        new LogWalk(Trusted, anchors ?? []).Walk(new MemoryStream(file), CancellationToken.None);
}
