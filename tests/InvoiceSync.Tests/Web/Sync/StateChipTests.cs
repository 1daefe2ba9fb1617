using Bunit;
using InvoiceSync.Sync;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web.Sync;

public sealed class StateChipTests
{
    public static TheoryData<SaleState, string> States =>
        [.. from state in Enum.GetValues<SaleState>() from culture in new[] { "en-GB", "ro-RO" } select (state, culture)];

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_has_a_word_and_a_picture_not_only_a_colour(SaleState state, string culture)
    {
        using var pieces = new PortalPieces(culture);
        var chip = pieces.Render<StateChip>(p => p.Add(c => c.State, state));
        Assert.NotEmpty(chip.Find("path").GetAttribute("d")!);
        var word = chip.Find(".chip").TextContent.Trim();
        Assert.NotEmpty(word);
        Assert.NotEqual($"state.{state}", word);
    }

    [Fact]
    public void Good_bad_and_waiting_look_different() =>
        Assert.Equal(3, new[] { SaleState.Accepted, SaleState.Refused, SaleState.Waiting }.Select(StateChip.Tone).Distinct().Count());
}
