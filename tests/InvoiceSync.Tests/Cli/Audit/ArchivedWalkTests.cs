using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>A log cut into files where months left the database: each verifies by itself and goes on from the one before, and a false start is found.</summary>
public sealed class ArchivedWalkTests
{
    static readonly int[] Sealed = [3, 9, 13, 20];

    [Fact]
    public async Task Months_and_what_goes_on_from_them_hold_together_as_the_whole_does()
    {
        var log = MadeLog.Of(21, Sealed);
        var verdict = MadeLog.Verify([await log.Month(0, 8), await log.Month(8, 15), await log.Later(15)], log.Anchors());
        Assert.Empty(verdict.Problems);
        Assert.Equal((0L, 21L, 4, 4), (verdict.Since, verdict.Entries, verdict.Checkpoints, verdict.Anchors));
        Assert.Equal((await log.Verified()).Root, verdict.Root);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, 8)]
    [InlineData(8, 15)]
    [InlineData(16, 18)]
    public async Task A_month_holds_by_itself_for_its_seal_is_signed(int after, int upto)
    {
        var log = MadeLog.Of(21, Sealed);
        var verdict = MadeLog.Verify([await log.Month(after, upto)]);
        Assert.Empty(verdict.Problems);
        Assert.Equal((after, upto), (verdict.Since, verdict.Entries));
    }

    [Fact]
    public async Task What_follows_the_archive_holds_without_it_once_a_checkpoint_stands_behind()
    {
        var log = MadeLog.Of(21, Sealed);
        Assert.Empty(MadeLog.Verify([await log.Later(15)], log.Anchors()).Problems);
        Assert.Contains(MadeLog.Verify([await log.Later(20)]).Problems, p => p.Contains("nothing signed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_flipped_bit_of_a_month_is_found()
    {
        var log = MadeLog.Of(21, Sealed);
        var file = await log.Month(8, 15);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.True(MadeLog.Verify([file]).Problems.Count > 0, $"Bit {bit % 8} of byte {bit / 8} of {file.Length} was flipped and not found.");
            file[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public async Task A_month_missing_doubled_swapped_or_of_another_log_is_found()
    {
        var (log, other, stranger) = (MadeLog.Of(21, Sealed), MadeLog.Of(21, Sealed, story: "another story"), MadeLog.Of(21, Sealed, Some.OtherTenant));
        var (first, second, later) = (await log.Month(0, 8), await log.Month(8, 15), await log.Later(15));
        byte[][][] lies = [[first, later], [first, first, second, later], [second, first, later], [first, await other.Month(8, 15), later], [first, await stranger.Month(8, 15), later], [first, await log.File()]];
        foreach (var lie in lies) Assert.NotEmpty(MadeLog.Verify(lie).Problems);
    }

    [Fact]
    public async Task Entries_rewritten_behind_the_cut_are_found_though_their_file_begins_as_it_should()
    {
        var log = MadeLog.Of(21, Sealed);
        log.Spoil(16, "nothing happened");
        log.HashAgain(16);
        Assert.Contains(MadeLog.Verify([await log.Later(15)]).Problems, p => p.Contains("rewritten", StringComparison.Ordinal));
    }
}
