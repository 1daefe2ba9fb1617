using System.Security.Cryptography;
using InvoiceSync.Audit;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>The verifier that shares nothing with the writer but the documented format, against every way to lie to it.</summary>
public sealed class LogWalkTests
{
    static readonly int[] Sealed = [5, 13, 20];

    [Fact]
    public async Task An_honest_log_holds_and_its_anchors_are_met()
    {
        var log = MadeLog.Of(21, Sealed);
        var verdict = await log.Verified(log.Anchors());
        Assert.Empty(verdict.Problems);
        Assert.Equal((Some.Tenant.Value, 21L, 3, 3), (verdict.Tenant, verdict.Entries, verdict.Checkpoints, verdict.Anchors));
    }

    [Fact]
    public async Task Any_flipped_bit_is_found()
    {
        var file = await MadeLog.Of(21, Sealed).File();
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.True(MadeLog.Verify(file).Problems.Count > 0, $"Bit {bit % 8} of byte {bit / 8} of {file.Length} was flipped and not found.");
            file[bit / 8] ^= (byte)(1 << bit % 8);
        }

        Assert.Empty(MadeLog.Verify(file).Problems);
    }

    [Fact]
    public async Task Any_cut_of_the_file_is_found()
    {
        var file = await MadeLog.Of(21, Sealed).File();
        for (var length = 0; length < file.Length; length++) Assert.NotEmpty(MadeLog.Verify(file[..length]).Problems);
        Assert.NotEmpty(MadeLog.Verify([.. file, 0]).Problems);
    }

    [Fact]
    public async Task Ten_thousand_random_swaps_deletions_insertions_and_transplants_are_all_found()
    {
        var random = new Random(42);
        for (var trial = 0; trial < 10_000; trial++)
        {
            var log = MadeLog.Of(random.Next(6, 24), [5]);
            var (at, to, count) = (random.Next(log.Entries.Count), random.Next(log.Entries.Count), log.Entries.Count);
            switch (trial % 5)
            {
                case 0 when at != to:
                    (log.Entries[at], log.Entries[to]) = (log.Entries[to], log.Entries[at]);
                    break;
                case 1:
                    log.Entries.RemoveAt(at == count - 1 ? 0 : at);
                    break;
                case 2:
                    log.Entries.Insert(at, log.Entries[to]);
                    break;
                case 3:
                    log.Entries[at] = MadeLog.Of(count, [], Some.OtherTenant).Entries[at];
                    break;
                default:
                    log.Spoil(at, "something else");
                    break;
            }

            Assert.True((await log.Verified()).Problems.Count > 0, $"Trial {trial} was not found.");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(19)]
    public async Task Hashing_all_again_from_an_entry_on_deceives_the_links_but_no_checkpoint_behind_it(int from)
    {
        var log = MadeLog.Of(21, Sealed);
        log.Spoil(from, "nothing happened");
        log.HashAgain(from);
        Assert.Contains((await log.Verified()).Problems, p => p.Contains("rewritten", StringComparison.Ordinal));
        log.Checkpoints.Clear();
        Assert.Empty((await log.Verified()).Problems); // without checkpoints nothing would show: they are what finds it
    }

    [Fact]
    public async Task A_tail_cut_off_with_its_checkpoints_is_found_by_an_anchor_alone()
    {
        var log = MadeLog.Of(21, Sealed);
        var anchors = log.Anchors();
        log.Entries.RemoveRange(15, 6);
        log.Checkpoints.RemoveAll(c => c.Size > 15);
        Assert.Empty((await log.Verified()).Problems);
        Assert.Contains((await log.Verified(anchors)).Problems, p => p.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_rewritten_whole_and_signed_by_our_own_key_is_found_by_an_anchor_alone()
    {
        var anchors = MadeLog.Of(21, Sealed).Anchors();
        var forged = MadeLog.Of(21, Sealed, story: "a better story");
        Assert.Empty((await forged.Verified()).Problems);
        Assert.Contains((await forged.Verified(anchors)).Problems, p => p.Contains("rewritten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_restored_from_an_old_backup_and_continued_is_found()
    {
        var anchors = MadeLog.Of(21, Sealed).Anchors();
        var restored = MadeLog.Of(10, [5]);
        restored.Entries.AddRange(MadeLog.Of(21, [], story: "after the restore").Entries.Skip(10));
        restored.HashAgain(10);
        Assert.NotEmpty((await restored.Verified(anchors)).Problems);
    }

    [Fact]
    public async Task A_checkpoint_of_a_strangers_key_is_not_trusted()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var log = MadeLog.Of(21, Sealed, signer: new CheckpointKeys([stranger]));
        Assert.Contains((await log.Verified()).Problems, p => p.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_checkpoints_nor_anchors_of_another_company_count()
    {
        var (log, other) = (MadeLog.Of(21, Sealed), MadeLog.Of(21, Sealed, Some.OtherTenant));
        Assert.Equal(0, (await log.Verified(other.Anchors())).Anchors);
        log.Checkpoints.Clear();
        log.Checkpoints.AddRange(other.Checkpoints);
        Assert.NotEmpty((await log.Verified()).Problems);
    }

    [Fact]
    public async Task A_checkpoint_left_out_between_two_is_missed()
    {
        var log = MadeLog.Of(21, Sealed);
        log.Checkpoints.RemoveAt(1);
        Assert.Contains((await log.Verified()).Problems, p => p.Contains("does not follow", StringComparison.Ordinal));
    }
}
