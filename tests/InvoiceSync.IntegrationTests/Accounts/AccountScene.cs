using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>The classes about accounts share one portal with its queue; each test makes people of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AccountSceneTests : ICollectionFixture<PortalUnderTest>
{
    public const string Name = "accounts";
}

/// <summary>People of one company, and the letters they get.</summary>
static partial class AccountScene
{
    public static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });
    static readonly Caller House = Caller.System(TenantId.Platform, "test");
    static int made;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed record Someone(UserId Id, string Email, TenantId Tenant, string Slug)
    {
        public Caller Caller => new(Tenant, Id.ToString(), Roles.Of(Roles.Owner)) { Name = "Ana" };
    }

    extension(PortalUnderTest portal)
    {
        public async Task<Someone> Person(string name)
        {
            var slug = $"acc-{Interlocked.Increment(ref made)}-{name}";
            var tenant = await portal.Send(SetUp, new CreateTenant(slug, $"Company {slug}", TenantMode.Practice));
            var email = $"{name}@{slug}.example";
            return new(await portal.Send(SetUp, new AddPerson(email, "Ana", Company.Password, tenant, Roles.Owner)), email, tenant, slug);
        }

        /// <summary>The letters to an address, newest first, once there are so many.</summary>
        public Task<IReadOnlyList<ListKeptMails.Row>> Letters(string to, int atLeast = 1) => Eventually.Seen(
            async () => (IReadOnlyList<ListKeptMails.Row>)[.. (await portal.Ask(House, new ListKeptMails())).Where(m => m.To == to)], all => all.Count >= atLeast);

        public async Task<string> Link(string to, string path, int atLeast = 1)
        {
            var letters = await portal.Letters(to, atLeast);
            return letters.Select(m => Token().Match(m.Letter.Text)).First(m => m.Success && m.Value.Contains(path, StringComparison.Ordinal)).Groups["token"].Value;
        }

        public Task<Result<T>> Try<T>(Caller caller, ICommand<T> command) => portal.As(caller, d => d.Send(command, Ct));
    }

    [GeneratedRegex(@"https?://\S+\?token=(?<token>\S+)")]
    private static partial Regex Token();
}
