using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>Connecting, authorising, refreshing and testing the way to the authority.</summary>
public sealed class AnafAccessTests
{
    static readonly Uri Redirect = new("https://portal.example/anaf/callback");
    readonly FakeFiscal anaf = new(FilingState.Sent);
    readonly TokenAnswer.Granted granted = new("new access", Some.Noon.AddDays(90), "new refresh", null);

    [Fact]
    public async Task Authorising_remembers_an_unguessable_state()
    {
        var address = await new AuthorizeAnaf.Handler(anaf.Dispatcher, anaf.Door, anaf.Who).Handle(new(Redirect), Ct);
        var state = Assert.Single(anaf.Dispatcher.Sent<BeginAuthorization>()).State;
        Assert.Matches("^[A-Za-z0-9_-]{32}$", state);
        Assert.EndsWith(state, address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tokens_of_an_authorisation_are_kept_together_and_wake_what_waits()
    {
        anaf.Grants = granted;
        await Complete();
        var kept = Assert.Single(anaf.Dispatcher.Sent<SaveConnection>());
        Assert.Equal(("new access", "new refresh"), (kept.Secrets!["access_token"], kept.Secrets["refresh_token"]));
        Assert.Equal((Some.Noon.AddDays(90), Some.Noon.AddDays(365)), (kept.AccessUntil!.Value, kept.RenewableUntil!.Value));
        Assert.Single(anaf.Dispatcher.Sent<ResumeFilings>());
    }

    [Fact]
    public async Task A_state_nobody_began_gets_no_token()
    {
        anaf.Dispatcher.On<EndAuthorization, Done>(_ => Error.Refused("authorization.state_unknown", "No."));
        await Assert.ThrowsAsync<RuleBrokenException>(Complete);
        Assert.Empty(anaf.Calls);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public async Task Tokens_are_renewed_in_their_last_fourteen_days(int days, bool renewed)
    {
        anaf.Grants = granted;
        await Refresh(accessDays: days, renewableDays: 300);
        Assert.Equal(renewed ? ["refresh"] : [], anaf.Calls);
        Assert.Equal(renewed, anaf.Dispatcher.Sent<SaveConnection>().Any());
    }

    [Fact]
    public async Task An_authorisation_that_ends_within_a_month_is_told_to_a_person()
    {
        await Refresh(accessDays: 60, renewableDays: 29);
        Assert.Contains("Authorise again", Assert.Single(anaf.Dispatcher.Sent<NoteConnection>()).NeedsAttention, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_refresh_is_told_to_a_person_and_keeps_no_token()
    {
        anaf.Grants = new TokenAnswer.Refused("invalid_grant", "Authorise again.");
        await Assert.ThrowsAsync<RuleBrokenException>(() => Refresh(accessDays: 1, renewableDays: 300));
        Assert.Equal("Authorise again.", Assert.Single(anaf.Dispatcher.Sent<NoteConnection>()).NeedsAttention);
        Assert.Empty(anaf.Dispatcher.Sent<SaveConnection>());
    }

    [Fact]
    public async Task While_another_node_renews_the_tokens_this_one_asks_nothing()
    {
        (anaf.Grants, anaf.Turn) = (granted, RefreshTurn.Others);
        await Refresh(accessDays: 1, renewableDays: 300);
        Assert.Empty(anaf.Calls);
    }

    [Fact]
    public async Task Tokens_that_another_node_renewed_meanwhile_are_not_renewed_again()
    {
        var asked = 0;
        anaf.Dispatcher.On<GetConnections, IReadOnlyList<GetConnections.View>>(_ => Kept(asked++ == 0 ? 1 : 90, 300));
        await Refresh();
        Assert.Empty(anaf.Calls);
        Assert.Single(anaf.Dispatcher.Sent<EndTokenRefresh>());
    }

    [Fact]
    public async Task The_turn_is_given_back_only_when_the_new_tokens_are_kept()
    {
        anaf.Grants = granted;
        anaf.Dispatcher.On<SaveConnection, ConnectionId>(_ => Error.Unavailable("database.busy", "away"));
        await Assert.ThrowsAsync<RuleBrokenException>(() => Refresh(accessDays: 1, renewableDays: 300));
        Assert.Empty(anaf.Dispatcher.Sent<EndTokenRefresh>());

        anaf.Dispatcher.On<SaveConnection, ConnectionId>(_ => Some.Connection);
        await Refresh(accessDays: 1, renewableDays: 300);
        Assert.Single(anaf.Dispatcher.Sent<EndTokenRefresh>());
    }

    [Fact]
    public async Task A_refusal_after_a_renewal_that_was_cut_off_says_what_happened()
    {
        (anaf.Grants, anaf.Turn) = (new TokenAnswer.Refused("invalid_grant", "Connect again."), RefreshTurn.OursAfterCut);
        await Assert.ThrowsAsync<RuleBrokenException>(() => Refresh(accessDays: 1, renewableDays: 300));
        Assert.Matches("cut off.*Connect again", Assert.Single(anaf.Dispatcher.Sent<NoteConnection>()).NeedsAttention!);
    }

    [Fact]
    public async Task Switching_keeps_the_application_and_tells_the_log()
    {
        anaf.Dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>(Kept(90, 300)).On<NoteAnafSwitch>();
        await new SwitchAnaf.Handler(anaf.Dispatcher).Handle(new(UseTest: true), Ct);
        var kept = Assert.Single(anaf.Dispatcher.Sent<SaveConnection>());
        Assert.Equal(("true", false, null), (kept.Settings!["use_test"], kept.Live, kept.Secrets));
        Assert.True(Assert.Single(anaf.Dispatcher.Sent<NoteAnafSwitch>()).UseTest);
    }

    public static TheoryData<FiscalCheck, bool> Checks => new()
    {
        { new FiscalCheck.Works(), true },
        { new FiscalCheck.Denied("no"), false },
        { new FiscalCheck.NoRight("no"), false },
        { new FiscalCheck.Unavailable("no"), false },
    };

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task A_test_says_what_works_and_the_connection_remembers(FiscalCheck check, bool passed)
    {
        anaf.Tests = check;
        var report = await new TestAnaf.Handler(anaf.Door, anaf.Dispatcher.Scoped(), anaf.Who).Handle(new(), Ct);
        Assert.Equal((passed, passed ? "" : "no"), (report.Passed, Assert.Single(anaf.Dispatcher.Sent<NoteConnection>()).NeedsAttention));
    }

    [Fact]
    public async Task Connecting_keeps_the_application_and_its_secret()
    {
        await new ConnectAnaf.Handler(anaf.Dispatcher).Handle(new(" client ", " secret ", UseTest: true), Ct);
        var kept = Assert.Single(anaf.Dispatcher.Sent<SaveConnection>());
        Assert.Equal(("client", "true", "secret", false), (kept.Settings!["client_id"], kept.Settings["use_test"], kept.Secrets!["client_secret"], kept.Live));
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("client", "")]
    public async Task Half_an_application_is_refused(string id, string secret) =>
        Assert.Equal("anaf.client_missing", (await Assert.ThrowsAsync<RuleBrokenException>(() => new ConnectAnaf.Handler(anaf.Dispatcher).Handle(new(id, secret, false), Ct))).Error.Code);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task Complete() => new CompleteAnafAuthorization.Handler(anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Clock).Handle(new("state", "code", Redirect), Ct);

    Task Refresh(int accessDays, int renewableDays)
    {
        anaf.Dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>(Kept(accessDays, renewableDays));
        return Refresh();
    }

    Task Refresh() => new RefreshTokens.Handler(anaf.Dispatcher.Scoped(), anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Clock).Handle(new(), Ct);

    static GetConnections.View[] Kept(int accessDays, int renewableDays) =>
    [
        new(Some.Connection, "anaf", false, null, new Dictionary<string, string>(), ["refresh_token"], null, null, null, null, Some.Noon.AddDays(accessDays), Some.Noon.AddDays(renewableDays)),
    ];
}
