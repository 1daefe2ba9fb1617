using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Tests.Given;
using static InvoiceSync.Tests.Fiscal.Model.FilingMoves;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>What is under way keeps a company from filing elsewhere.</summary>
public sealed class FilingStatesTests
{
    [Theory]
    [InlineData(FilingState.Intended, true)]
    [InlineData(FilingState.Sent, true)]
    [InlineData(FilingState.Unknown, true)]
    [InlineData(FilingState.Accepted, false)]
    [InlineData(FilingState.Refused, false)]
    [InlineData(FilingState.Stopped, false)]
    [InlineData(FilingState.Kept, false)]
    public void Begun_and_not_over_is_under_way(FilingState state, bool isUnderWay) => Assert.Equal(isUnderWay, IsUnderWay(In(state), Some.Noon));

    [Fact]
    public void What_is_held_has_not_left_until_its_hours_are_over()
    {
        var filing = Begun();
        filing.Hold(TimeSpan.FromHours(5), Some.Noon);
        Assert.False(IsUnderWay(filing, Some.Noon.AddHours(4)));
        Assert.True(IsUnderWay(filing, Some.Noon.AddHours(5)));
        filing.Received("5001", Some.Noon);
        Assert.True(IsUnderWay(filing, Some.Noon.AddHours(4)));
    }

    static bool IsUnderWay(Filing filing, DateTimeOffset now) => FilingStates.UnderWay(now).Compile()(filing);
}
