using System.Globalization;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>
/// At most one document a sale, none forgotten, none at two providers, in any order of kills, cut lines, lost answers, doubled work and clock
/// jumps. INVOICESYNC_SCHEDULES sets how many schedules are run; a seed that fails is named.
/// </summary>
public sealed class RandomSchedulesTests
{
    const int Sample = 1500;

    static int Count => int.TryParse(Environment.GetEnvironmentVariable("INVOICESYNC_SCHEDULES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Sample;

    [Fact]
    public async Task Each_sale_is_filed_once_and_none_is_forgotten_whatever_happens_in_between()
    {
        var broken = await Broken(Sabotage.None, Count);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData(Sabotage.NoIntent)]
    [InlineData(Sabotage.NoUniqueKey)]
    [InlineData(Sabotage.RetryOnTimeout)]
    public async Task A_build_without_one_of_its_guards_is_caught(Sabotage sabotage) => Assert.NotEmpty(await Broken(sabotage, 300));

    static async Task<IReadOnlyList<string>> Broken(Sabotage sabotage, int count)
    {
        List<string> broken = [];
        for (var seed = 1; seed <= count && broken.Count < 5; seed++)
            broken.AddRange((await One(seed, sabotage)).Select(fault => $"seed {seed}: {fault}"));
        return broken;
    }

    // Away from the context of the test, so that each turn runs to its next wait before anything else does.
    static Task<IReadOnlyList<string>> One(int seed, Sabotage sabotage) => Task.Run(() => new Schedule(seed, sabotage).Run());
}
