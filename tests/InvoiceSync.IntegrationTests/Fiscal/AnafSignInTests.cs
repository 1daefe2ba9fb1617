using InvoiceSync.Fiscal;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Fiscal;

public sealed class AnafSignInTests : IAsyncLifetime
{
    readonly MovableClock clock = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
    PracticeWorld world = null!;
    AnafSignIn person = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await PracticeWorld.Start(new PracticeOptions { Time = clock }, Ct);
        person = new AnafSignIn(world.Address, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await person.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_person_agrees_once_and_refreshing_goes_on_without_them()
    {
        var (code, state) = await person.Agree("", Ct);
        Assert.Equal("our state", state);
        var first = Assert.IsType<TokenAnswer.Granted>(await person.Authorization.Exchange(person.App, code, AnafSignIn.Callback, Ct));
        Assert.Equal(clock.GetUtcNow().AddDays(90), first.AccessExpires);
        Assert.Equal(clock.GetUtcNow().AddDays(365), first.RefreshExpires);

        clock.Pass(TimeSpan.FromDays(80));
        var second = Assert.IsType<TokenAnswer.Granted>(await person.Authorization.Refresh(person.App, first.Refresh, Ct));
        Assert.NotEqual((first.Access, first.Refresh), (second.Access, second.Refresh));
        Assert.Equal(clock.GetUtcNow().AddDays(90), second.AccessExpires);
        Assert.Equal("invalid_grant", Assert.IsType<TokenAnswer.Refused>(await person.Authorization.Refresh(person.App, first.Refresh, Ct)).Code);
    }

    [Fact]
    public async Task A_code_works_once_within_its_minute_and_for_its_callback()
    {
        var (late, _) = await person.Agree("", Ct);
        clock.Pass(TimeSpan.FromSeconds(61));
        Assert.IsType<TokenAnswer.Refused>(await person.Authorization.Exchange(person.App, late, AnafSignIn.Callback, Ct));

        var (elsewhere, _) = await person.Agree("", Ct);
        Assert.IsType<TokenAnswer.Refused>(await person.Authorization.Exchange(person.App, elsewhere, new Uri("https://localhost/other"), Ct));
    }

    [Fact]
    public async Task A_wrong_secret_is_told_apart_from_a_bad_code()
    {
        var (code, _) = await person.Agree("", Ct);
        var wrong = await person.Authorization.Exchange(person.App with { ClientSecret = "guessed" }, code, AnafSignIn.Callback, Ct);
        Assert.Equal("invalid_client", Assert.IsType<TokenAnswer.Refused>(wrong).Code);
    }
}
