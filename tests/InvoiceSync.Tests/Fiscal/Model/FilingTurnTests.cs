using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>A series is held from the claim until it is known what came of the call, and by nobody else.</summary>
public sealed class FilingTurnTests
{
    readonly Filing filing = new(Some.Id<FilingId>(1), Some.Id<InvoiceId>(2), "smartbill", Some.Noon.AddDays(5), Some.Noon);

    [Fact]
    public void A_number_frees_the_series_and_is_kept_as_the_legal_one()
    {
        Begin();
        Assert.Equal("smartbill:FCT", filing.Latest.Gate);
        filing.Received("FCT 0007", Some.Noon, isNumber: true);
        Assert.Equal((null, "FCT 0007", "7"), (filing.Latest.Gate, filing.LegalNumber, filing.Latest.Mark));
    }

    [Fact]
    public void An_index_of_an_authority_is_no_number() => Assert.Null(Done(f => f.Received("5001", Some.Noon)).LegalNumber);

    [Fact]
    public void A_doubt_keeps_the_series() => Assert.Equal("smartbill:FCT", Done(f => f.InDoubt("lost", Some.Noon)).Latest.Gate);

    [Fact]
    public void What_was_not_sent_or_was_refused_frees_the_series()
    {
        Assert.Null(Done(f => f.NotSent("away", Some.Noon, Some.Noon)).Latest.Gate);
        filing.Claim("smartbill:FCT");
        filing.Refused([], Some.Noon);
        Assert.Null(filing.Latest.Gate);
    }

    [Fact]
    public void Asking_a_person_frees_the_series_and_remembers_the_candidate_until_it_is_settled()
    {
        Done(f => f.InDoubt("lost", Some.Noon));
        filing.AskPerson("FCT 7", "moved", Some.Noon);
        Assert.Equal((null, "FCT 7", "moved", FilingState.Unknown), (filing.Latest.Gate, filing.Latest.Candidate, filing.Waiting, filing.State));
        filing.Received("FCT 0007", Some.Noon, isNumber: true);
        Assert.Equal((null, FilingState.Sent), (filing.Latest.Candidate, filing.State));
    }

    [Fact]
    public void Without_a_doubt_there_is_nothing_to_ask() =>
        Assert.Equal("filing.not_in_doubt", Assert.Throws<RuleBrokenException>(() => filing.AskPerson("FCT 7", "moved", Some.Noon)).Error.Code);

    [Fact]
    public void Who_lost_the_turn_does_not_send_with_an_old_mark()
    {
        Begin();
        filing.NotSent("Nothing was made.", Some.Noon, Some.Noon);
        Assert.Equal("filing.turn_lost", Assert.Throws<RuleBrokenException>(() => filing.TryBeginSending("hash", Some.Noon, mark: "7")).Error.Code);
    }

    [Fact]
    public void Who_waits_for_another_is_told_of_once_and_no_longer_when_the_turn_comes()
    {
        var other = Some.Id<InvoiceId>(3);
        foreach (var _ in (int[])[1, 2]) filing.StillWaiting("another", Some.Noon, Some.Noon, waitsFor: other);
        Assert.Equal(("another", other), (filing.Waiting, filing.WaitsFor));
        Assert.Single(filing.Latest.Answers);
        Assert.Equal(2, Moves()); // the first was that it began
        filing.StillWaiting("another", Some.Noon, Some.Noon, waitsFor: Some.Id<InvoiceId>(4));
        Assert.Equal(3, Moves());
        filing.Claim("smartbill:FCT");
        Assert.Equal((null, null), (filing.Waiting, filing.WaitsFor));

        int Moves() => filing.Raised.OfType<FilingMoved>().Count();
    }

    [Fact]
    public void A_turn_does_not_forget_another_reason_to_wait()
    {
        filing.StillWaiting("away", Some.Noon, Some.Noon);
        filing.Claim("smartbill:FCT");
        Assert.Equal("away", filing.Waiting);
    }

    Filing Done(Action<Filing> what)
    {
        Begin();
        what(filing);
        return filing;
    }

    void Begin()
    {
        filing.Claim("smartbill:FCT");
        Assert.True(filing.TryBeginSending("hash", Some.Noon, mark: "7"));
    }
}
