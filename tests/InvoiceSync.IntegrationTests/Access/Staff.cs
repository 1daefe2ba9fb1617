using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>One company with a person of each role, and a program that asks in the owner's name.</summary>
public sealed class Staff(TestCluster cluster) : IAsyncLifetime
{
    readonly Dictionary<string, UserId> people = [];
    People all = default!;

    public PortalUnderTest Portal { get; } = new(cluster);

    public Company Company { get; private set; } = default!;

    public IReadOnlyDictionary<string, UserId> People => people;

    internal ApiCaller Api { get; private set; } = default!;

    public Task<Caller> As(string role) => all.As(people[role]);

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        Company = await Company.Create(Portal, "staff", hooked: false);
        all = new(Portal, Company);
        Api = await ApiCaller.Of(Portal, Company);
        people[Roles.Owner] = Access.People.IdOf(Company.Owner);
        foreach (var role in Roles.BuiltIn.Where(role => role != Roles.Owner)) people[role] = await all.Join(role.ToLowerInvariant(), role);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Portal.DisposeAsync();
    }
}
