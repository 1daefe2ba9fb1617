using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class FiscalPaceTests
{
    // ANAF answers 100 status questions a calendar day for one message.
    const int Allowed = 100;

    readonly FiscalPace pace = new();

    [Fact]
    public void Whenever_in_the_story_of_a_filing_a_day_begins_its_questions_are_not_used_up() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 7 * 24 * 3600).ToArbitrary(), begins => QuestionsOfTheDay(begins) < Allowed));

    [Fact]
    public void The_pace_of_practice_would_use_them_up() => Assert.True(Questions(TenantMode.Practice).TakeWhile(at => at < 24 * 3600).Count() > Allowed);

    [Theory]
    [InlineData(TenantMode.Real)]
    [InlineData(TenantMode.Practice)]
    public void Questions_only_grow_rarer(TenantMode mode)
    {
        var waits = Enumerable.Range(0, 200).Select(asked => pace.BeforeAsk(mode, asked)).ToList();
        Assert.Equal(waits, waits.Order());
        Assert.Equal(pace.BeforeAsk(mode, 200), pace.BeforeAsk(mode, int.MaxValue));
    }

    [Fact]
    public void A_doubt_about_a_real_filing_outlives_every_delay_of_the_list() => Assert.True(pace.ListLag(TenantMode.Real) >= TimeSpan.FromHours(1));

    int QuestionsOfTheDay(int begins) => Questions(TenantMode.Real).TakeWhile(at => at < begins + 24 * 3600).Count(at => at >= begins);

    IEnumerable<double> Questions(TenantMode mode)
    {
        var at = pace.BeforeAsk(mode, 0).TotalSeconds;
        for (var asked = 0; ; asked++)
        {
            yield return at;
            at += pace.BeforeAsk(mode, asked).TotalSeconds;
        }
    }
}
