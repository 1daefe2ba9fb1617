using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class SignInTests
{
    static readonly SignIn.Session Session = new("token", Some.Noon, ["exemplu"]);
    readonly FakeDispatcher dispatcher = new FakeDispatcher().Tell<OpenSession, SignIn.Session>(Session).Tell<AskSecondStep, SignIn.Session?>(null);

    [Fact]
    public async Task Who_is_proved_gets_a_session()
    {
        dispatcher.Tell<CheckPassword, UserId?>(Some.Id<UserId>(1));
        Assert.Same(Session, await Try("ana@exemplu.ro", "right"));
        Assert.Equal(Some.Id<UserId>(1), Assert.Single(dispatcher.Sent<OpenSession>()).User);
    }

    [Fact]
    public async Task Who_is_not_gets_none()
    {
        dispatcher.Tell<CheckPassword, UserId?>(null);
        Assert.Equal("sign_in.refused", (await Assert.ThrowsAsync<RuleBrokenException>(() => Try("ana@exemplu.ro", "wrong"))).Error.Code);
        Assert.Empty(dispatcher.Sent<OpenSession>());
    }

    [Fact]
    public async Task Who_has_a_second_step_gets_a_slip_for_it_and_no_session()
    {
        var slip = new SignIn.Session("slip", Some.Noon, []) { NeedsSecondStep = true };
        dispatcher.Tell<CheckPassword, UserId?>(Some.Id<UserId>(1)).Tell<AskSecondStep, SignIn.Session?>(slip);
        Assert.Same(slip, await Try("ana@exemplu.ro", "right"));
        Assert.Empty(dispatcher.Sent<OpenSession>());
    }

    [Theory]
    [InlineData(255, 10)]
    [InlineData(10, 129)]
    [InlineData(100_000, 10_000_000)]
    public async Task Text_too_long_to_be_a_password_is_never_hashed(int email, int password)
    {
        await Assert.ThrowsAsync<RuleBrokenException>(() => Try(new('e', email), new('p', password)));
        Assert.Empty(dispatcher.Heard);
    }

    [Fact]
    public void Messages_with_secrets_show_none_in_their_text() =>
        Assert.All(
            [
                new SignIn("e", "secret", false, "d", "a"), new CheckPassword("e", "secret"), new ChangePassword("secret", "secret"), new SignOut("secret"), new WhoIs("secret", null),
                new WhoHoldsKey("secret", null), new AddPerson("e", "n", "secret", Some.Tenant, Roles.Owner), new CreateApiKey.Shown(Some.Id<ApiKeyId>(1), "secret"),
            ],
            (object message) => Assert.DoesNotContain("secret", $"{message}", StringComparison.Ordinal));

    Task<SignIn.Session> Try(string email, string password) =>
        new SignIn.Handler(dispatcher).Handle(new(email, password, false, "device", "127.0.0.1"), TestContext.Current.CancellationToken);
}
