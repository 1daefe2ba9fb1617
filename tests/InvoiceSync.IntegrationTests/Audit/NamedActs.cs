using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>What the owner of a fresh company does, step by step, with what each step needs before it.</summary>
sealed record NamedActs(PortalUnderTest Portal, AccountScene.Someone Ana)
{
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    public Task<T> Send<T>(ICommand<T> command) => Portal.Send(Ana.Caller, command);

    public Task<T> Send<T>(Caller caller, ICommand<T> command) => Portal.Send(caller, command);

    public Task<Result<T>> Try<T>(Caller caller, ICommand<T> command) => Portal.Try(caller, command);

    public Task<T> Ask<T>(IQuery<T> query) => Portal.Ask(Ana.Caller, query);

    public Task<SignIn.Session> SignIn() => Portal.Send(Caller.Nobody, new SignIn(Ana.Email, Company.Password, false, "d", "192.0.2.1"));

    public async Task<SessionId> OpenSession()
    {
        var session = await SignIn();
        return (await Portal.Send(Caller.Nobody, new WhoIs(session.Token, Ana.Slug)))!.Session;
    }

    public async Task<NamedActs> TwoSteps()
    {
        var app = Authenticator.Secret(await Send(new BeginTwoStep()));
        await Send(new ConfirmTwoStep(Authenticator.Code(app, 0)));
        return this;
    }

    public Task<PasskeyId> Passkey() => Send(new AddPasskey("Key", new(Ana.Id.Value.ToByteArray(), [1], 1, [], false, false)));

    public Task<RoleId> Role() => Send(new SaveRole(null, "Helper", [], ["invoice.read.own"], new(null, null, false)));

    public Task<UserId> Colleague() => Portal.Send(SetUp, new AddPerson($"colleague@{Ana.Slug}.example", "Colleague", Company.Password, Ana.Tenant, Roles.Viewer));
}
