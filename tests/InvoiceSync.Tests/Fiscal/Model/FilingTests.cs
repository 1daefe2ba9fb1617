using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;
using static InvoiceSync.Tests.Fiscal.Model.FilingMoves;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class FilingTests
{
    static readonly FilingMove[] EveryMove = Enum.GetValues<FilingMove>();

    // One row a state, one column a move in the order of the enum: the state it leads to, or the refusal.
    static readonly Dictionary<FilingState, string[]> Legal = new()
    {
        [FilingState.Intended] = ["Intended", "Sent", "Intended", "Unknown", "Intended", "not_sent", "Refused", "not_sent", "not_refused"],
        [FilingState.Sent] = ["not_intended", "not_intended", "not_intended", "not_intended", "Sent", "Accepted", "Refused", "Sent", "not_refused"],
        [FilingState.Unknown] = ["not_intended", "Sent", "Intended", "Unknown", "Unknown", "Accepted", "Refused", "Sent", "not_refused"],
        [FilingState.Accepted] = ["not_intended", "not_intended", "not_intended", "not_intended", "settled", "not_sent", "settled", "not_sent", "not_refused"],
        [FilingState.Stopped] = ["not_intended", "not_intended", "not_intended", "not_intended", "settled", "not_sent", "settled", "not_sent", "not_refused"],
        [FilingState.Kept] = ["not_intended", "not_intended", "not_intended", "not_intended", "settled", "not_sent", "settled", "not_sent", "not_refused"],
        [FilingState.Refused] = ["not_intended", "not_intended", "not_intended", "not_intended", "settled", "not_sent", "settled", "not_sent", "Intended"],
    };

    public static TheoryData<FilingState, FilingMove> All => [.. from s in Enum.GetValues<FilingState>() from m in EveryMove select (s, m)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_filing_goes_where_the_table_says_or_stays_where_it_is(FilingState state, FilingMove move)
    {
        var filing = In(state);
        var refusal = Try(filing, move);
        Assert.Equal(Legal[state][(int)move], refusal is null ? $"{filing.State}" : refusal["filing.".Length..]);
        if (refusal is null) return;
        Assert.Equal(state, filing.State);
        Assert.Empty(filing.Raised);
    }

    [Fact]
    public void Sending_begins_once_and_a_second_beginning_is_a_doubt()
    {
        var filing = Begun();
        Assert.True(filing.TryBeginSending("a", Some.Noon));
        Assert.False(filing.TryBeginSending("b", Some.Noon.AddMinutes(1)));
        Assert.Equal(FilingState.Unknown, filing.State);
        Assert.Equal(("a", Some.Noon), (filing.Latest.XmlSha256, filing.Latest.SentAt));
    }

    [Fact]
    public void A_second_sending_is_looked_for_from_its_own_time_on()
    {
        var filing = Begun();
        filing.TryBeginSending("a", Some.Noon);
        filing.InDoubt("No answer.", Some.Noon);
        filing.NotSent("The list shows that it never arrived.", Some.Noon.AddDays(1), Some.Noon.AddDays(1));
        filing.TryBeginSending("a", Some.Noon.AddDays(1));
        filing.InDoubt("No answer.", Some.Noon.AddDays(1));
        Assert.Equal(Some.Noon.AddDays(1), filing.Latest.SentAt);
    }

    [Theory]
    [InlineData(FilingState.Intended, true)]
    [InlineData(FilingState.Refused, true)]
    [InlineData(FilingState.Stopped, true)]
    [InlineData(FilingState.Kept, true)]
    [InlineData(FilingState.Sent, false)]
    [InlineData(FilingState.Unknown, false)]
    [InlineData(FilingState.Accepted, false)]
    public void Only_what_the_authority_cannot_have_is_stopped(FilingState state, bool stops)
    {
        var filing = In(state);
        Assert.Equal((stops, stops ? FilingState.Stopped : state), (filing.TryStop(Some.Noon), filing.State));
    }

    [Fact]
    public void Once_the_call_may_have_been_made_it_is_not_stopped()
    {
        var filing = Begun();
        filing.TryBeginSending("a", Some.Noon);
        Assert.False(filing.TryStop(Some.Noon));
        Assert.Equal(FilingState.Intended, filing.State);
    }

    [Fact]
    public void What_was_proved_not_sent_may_be_sent_again()
    {
        var filing = Begun();
        filing.TryBeginSending("a", Some.Noon);
        filing.NotSent("Connection refused.", Some.Noon.AddMinutes(2), Some.Noon);
        Assert.Equal((Some.Noon.AddMinutes(2), "Connection refused."), (filing.NextStepAt, filing.Waiting));
        Assert.True(filing.TryBeginSending("b", Some.Noon.AddMinutes(2)));
    }

    [Fact]
    public void Whatever_is_tried_in_whatever_order_at_most_one_attempt_is_alive_and_none_is_sent_twice() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.ArrayOf(Gen.Elements(EveryMove), 40).ToArbitrary(), moves =>
        {
            var filing = Begun();
            var sendings = 0;
            foreach (var move in moves)
            {
                var wasSending = filing.Latest.SendingAt is not null;
                var refusal = Try(filing, move);
                if (move == FilingMove.Send && refusal is null && !wasSending && ++sendings > 1) return false;
                if (refusal is null && move is FilingMove.ProveNotSent or FilingMove.FileAgain) sendings = 0;
                if (filing.Attempts.Count(a => a.State != FilingState.Refused) > 1) return false;
                if (filing.State != filing.Latest.State || !filing.Attempts.Select(a => a.Number).SequenceEqual(Enumerable.Range(1, filing.Attempts.Count))) return false;
            }

            return true;
        }));

    [Fact]
    public void A_doubt_ends_when_the_authority_shows_its_index()
    {
        var filing = In(FilingState.Unknown);
        filing.Received("5001", Some.Noon.AddHours(1));
        Assert.Equal((FilingState.Sent, "5001", null), (filing.State, filing.Latest.Index, filing.Waiting));
    }

    [Fact]
    public void An_adopted_index_is_followed_from_the_beginning()
    {
        var filing = In(FilingState.Sent);
        for (var n = 0; n < 5; n++) filing.StillWaiting(null, Some.Noon, Some.Noon);
        filing.Adopt("4001", Some.Noon);
        Assert.Equal(("4001", 0), (filing.Latest.Index, filing.Latest.Asked));
    }

    [Fact]
    public void A_new_attempt_leaves_the_refused_one_with_its_problems()
    {
        var filing = In(FilingState.Refused);
        filing.FileAgain(Some.Noon.AddDays(1));
        Assert.Equal([FilingState.Refused, FilingState.Intended], filing.Attempts.Select(a => a.State));
        Assert.Single(filing.Attempts[0].Problems);
        Assert.Empty(filing.Latest.Problems);
    }

    [Fact]
    public void Acceptance_is_told_to_who_seals_the_invoice()
    {
        var filing = In(FilingState.Sent);
        filing.Accepted("3001", Some.Noon);
        Assert.Equal([typeof(FilingMoved), typeof(FilingAccepted)], filing.Raised.Select(e => e.GetType()));
    }

    [Fact]
    public void A_filing_that_moved_on_announces_no_step_of_before()
    {
        var filing = In(FilingState.Sent);
        filing.StillWaiting("ANAF is down.", Some.Noon.AddHours(1), Some.Noon);
        filing.Accepted("3001", Some.Noon);
        Assert.Equal((null, null), (filing.NextStepAt, filing.Waiting));
    }

    [Fact]
    public void However_much_an_authority_says_its_reason_fits_the_column()
    {
        var filing = In(FilingState.Unknown);
        filing.StillWaiting(new string('x', 20_000), Some.Noon, Some.Noon);
        Assert.InRange(filing.Waiting!.Length, 900, 1000);
    }
}
