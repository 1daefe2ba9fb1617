using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Cli.Shell;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>Proofs of single entries as the product gives them, checked by a verifier that shares nothing with it, and every way to lie to it.</summary>
public sealed class VerifyEntryTests : IDisposable
{
    const int Size = 21;

    static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    static readonly SignerKeys Trusted = SignerKeys.Read(new CheckpointKeys([Signer]).PublicPem);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("proof-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_entry_of_a_log_is_proved()
    {
        for (var seq = 1; seq <= Size; seq++) Assert.Empty(Of(seq).Problems(Trusted));
    }

    [Fact]
    public void Another_leaf_is_found()
    {
        var proof = Of(7);
        for (var at = 0; at < proof.Bytes.Length; at++)
        {
            proof.Bytes[at] ^= 1;
            Assert.NotEmpty(proof.Problems(Trusted));
            proof.Bytes[at] ^= 1;
        }

        Assert.NotEmpty((proof with { Bytes = Of(8).Bytes }).Problems(Trusted));
    }

    [Fact]
    public void Another_path_is_found()
    {
        var proof = Of(7);
        for (var step = 0; step < proof.Path.Count; step++)
        {
            var at = step;
            Assert.NotEmpty((proof with { Path = [.. proof.Path.Where((_, i) => i != at)] }).Problems(Trusted));
            Assert.NotEmpty((proof with { Path = [.. proof.Path.Take(at), new byte[32], .. proof.Path.Skip(at + 1)] }).Problems(Trusted));
        }

        Assert.NotEmpty((proof with { Path = [.. proof.Path.Reverse()] }).Problems(Trusted));
        Assert.NotEmpty((proof with { Path = [.. proof.Path, new byte[32]] }).Problems(Trusted));
        Assert.NotEmpty((proof with { Path = [] }).Problems(Trusted));
    }

    [Theory]
    [InlineData(7, 2 * Size)]
    [InlineData(7, 7)]
    [InlineData(7, 6)]
    [InlineData(7, 0)]
    [InlineData(Size, Size + 1)]
    [InlineData(Size, 2 * Size)]
    [InlineData(Size, Size - 1)]
    public void Another_size_is_found_though_it_is_signed(int seq, int size) => Assert.NotEmpty(Of(seq, size).Problems(Trusted));

    [Fact]
    public void Another_size_than_the_one_that_was_signed_is_found() => Assert.NotEmpty((Of(7) with { Size = Size + 1 }).Problems(Trusted));

    [Fact]
    public void A_strangers_signature_and_another_companys_checkpoint_are_found()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains(Of(7).Problems(SignerKeys.Read(new CheckpointKeys([stranger]).PublicPem)), p => p.Contains("signature", StringComparison.Ordinal));
        var other = Of(7, tenant: Some.OtherTenant);
        Assert.Contains((Of(7) with { Checkpoint = other.Checkpoint, Signature = other.Signature }).Problems(Trusted), p => p.Contains("another company", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_ours_that_is_no_checkpoint_proves_nothing()
    {
        var proof = Of(7);
        var body = proof.Checkpoint.Replace("audit checkpoint", "greeting", StringComparison.Ordinal);
        Assert.NotEmpty((proof with { Checkpoint = body, Signature = Sign(body) }).Problems(Trusted));
    }

    [Fact]
    public async Task The_command_says_what_the_entry_tells_and_ends_with_zero_or_one()
    {
        var (proof, key) = (Path.Combine(folder.FullName, "proof.json"), Path.Combine(folder.FullName, "key.pem"));
        await File.WriteAllTextAsync(key, new CheckpointKeys([Signer]).PublicPem, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(proof, JsonSerializer.Serialize(Of(7), JsonSerializerOptions.Web), TestContext.Current.CancellationToken);
        var (code, said) = await Run("audit", "verify-entry", proof, "--key", key);
        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains("invoice.viewed by usr_ana, invoice inv_7", said, StringComparison.Ordinal);

        await File.WriteAllTextAsync(proof, JsonSerializer.Serialize(Of(7) with { Path = [] }, JsonSerializerOptions.Web), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.NeedsPerson, (await Run("audit", "verify-entry", proof, "--key", key)).Code);
        Assert.Equal(ExitCode.Usage, (await Run("audit", "verify-entry", proof)).Code);
        await File.WriteAllTextAsync(proof, "{}", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Usage, (await Run("audit", "verify-entry", proof, "--key", key)).Code);
    }

    static async Task<(int Code, string Said)> Run(params string[] words)
    {
        using var to = new StringWriter();
        var code = await CommandLine.Run(words, new(to, to, false, _ => null, TimeProvider.System), TestContext.Current.CancellationToken);
        return (code, to.ToString());
    }

    // Sealed at 5 and at the end, as the product proves: subtrees up to the checkpoint before, leaves behind it. A told size is signed over the same root.
    static EntryProof Of(int seq, int? told = null, TenantId? tenant = null)
    {
        var (chain, known) = (tenant ?? Some.Tenant, seq > 5 ? 5 : 0);
        var (frontier, prev, before) = (new Frontier(), EntryHash.Genesis, LogState.Start);
        var (entries, leaves) = (new List<ChainEntry>(), new List<byte[]>());
        for (var n = 1; n <= Size; n++)
        {
            var payload = Payload.Of(Entry(n));
            var hash = EntryHash.Of(chain, n, Some.Noon, prev, payload);
            entries.Add(PayloadReader.Entry(chain, n, Some.Noon, payload, prev, hash));
            frontier.Add(prev = hash);
            if (n > known) leaves.Add(hash);
            if (n == known) before = new(n, hash, frontier.ToBytes());
        }

        var body = CheckpointText.Of(chain, frontier, prev, Some.Noon, null, "key");
        if (told is { } size) body = body.Replace($"size {Size}\n", $"size {size}\n", StringComparison.Ordinal);
        var proof = GetProof.Of(entries[seq - 1], before, leaves, new(chain, Size, body, Sign(body)));
        return new(proof.Bytes, told ?? Size, proof.Path, proof.Checkpoint, proof.Signature);
    }

    static byte[] Sign(string body) => Signer.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    static NewEntry Entry(int n) => new()
    {
        Id = Some.Tenant.Value,
        At = Some.Noon,
        EventType = "invoice.viewed",
        ActorType = "person",
        ActorId = "usr_ana",
        ResourceType = "invoice",
        ResourceId = $"inv_{n}",
        Action = "invoicing.get-invoice",
        Status = "ok",
        Metadata = "",
        Changes = "",
        RequestId = "req",
        Subject = "usr_ana",
    };
}
