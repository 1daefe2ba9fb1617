using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Whose an e-mail domain is, as DNS shows it.</summary>
public sealed class SsoDomainTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_counts_once_its_proof_stands_in_DNS_and_belongs_to_the_first_who_shows_it()
    {
        var dns = new FakeDns();
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<IDnsText>(dns));
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var (first, second) = (await Claimed(mine, "shared.ro"), await Claimed(other, "shared.ro"));
        Assert.False((await node.Try(mine.Owner, new CheckSsoDomain(first.Id))).OrThrow());

        dns.Texts["_invoicesync.shared.ro"] = [first.Proof, second.Proof];
        Assert.True((await node.Try(mine.Owner, new CheckSsoDomain(first.Id))).OrThrow());
        Assert.Equal("domain.owned", (await node.Try(other.Owner, new CheckSsoDomain(second.Id))).Error!.Code);
        Assert.Equal("domain.not_found", (await node.Try(other.Owner, new CheckSsoDomain(first.Id))).Error!.Code);

        await portal.Send(mine.Owner, new DropSsoDomain(first.Id));
        Assert.True((await node.Try(other.Owner, new CheckSsoDomain(second.Id))).OrThrow());
    }

    [Fact]
    public async Task The_weekly_look_keeps_what_stands_and_a_silent_server_changes_nothing()
    {
        var dns = new FakeDns();
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<IDnsText>(dns));
        var scene = await SsoScene.Create(portal);
        var domain = await Claimed(scene, "weekly.ro");
        dns.Texts["_invoicesync.weekly.ro"] = [domain.Proof];
        Assert.True((await node.Try(scene.Owner, new CheckSsoDomain(domain.Id))).OrThrow());

        dns.Silent = true;
        (await node.Try(Caller.System(scene.Tenant, "jobs"), new RecheckSsoDomains())).OrThrow();
        Assert.Null((await Row(scene, domain.Id)).MissingSince);
        (dns.Silent, dns.Texts["_invoicesync.weekly.ro"]) = (false, []);
        (await node.Try(Caller.System(scene.Tenant, "jobs"), new RecheckSsoDomains())).OrThrow();
        Assert.NotNull((await Row(scene, domain.Id)).MissingSince);
        Assert.NotNull((await Row(scene, domain.Id)).ProvedAt);
    }

    [Theory]
    [InlineData("gmail.com", "domain.shared")]
    [InlineData("com.ro", "domain.shared")]
    [InlineData("exemplu", "domain.invalid")]
    [InlineData("http://exemplu.ro", "domain.invalid")]
    public async Task A_domain_of_everybody_or_of_nobody_cannot_be_claimed(string name, string code)
    {
        var scene = await SsoScene.Create(portal);
        Assert.Equal(code, (await portal.As(scene.Owner, d => d.Send(new ClaimSsoDomain(name), Ct))).Error!.Code);
    }

    [Fact]
    public async Task A_practice_company_proves_a_name_nobody_can_own_by_itself()
    {
        var scene = await SsoScene.Create(portal);
        var domain = await Claimed(scene, $"{scene.Slug}.test");
        Assert.True(await portal.Send(scene.Owner, new CheckSsoDomain(domain.Id)));
        Assert.Equal(domain.Name, await Database.Ask(portal.Database.Platform, $"select domain from access.sso_domain_owners where domain = '{domain.Name}'", Ct));
    }

    [Fact]
    public async Task Where_to_sign_in_depends_on_the_domain_alone()
    {
        var scene = await SsoScene.Create(portal);
        var known = await scene.Person($"known@{scene.Domain}");
        var door = await portal.Send(Caller.Nobody, new FindSsoForEmail($"known@{scene.Domain}"));
        Assert.StartsWith("/sso/", door, StringComparison.Ordinal);
        Assert.Equal(door, await portal.Send(Caller.Nobody, new FindSsoForEmail($" unknown@{scene.Domain.ToUpperInvariant()} ")));
        Assert.Null(await portal.Send(Caller.Nobody, new FindSsoForEmail("ana@elsewhere.example")));
        Assert.Equal([door], (await portal.Send(Caller.Nobody, new FindSsoDoors(scene.Slug))).Select(d => d.Address));
        Assert.Empty(await portal.Send(Caller.Nobody, new FindSsoDoors("nobody-here")));

        await portal.Send(scene.Owner, new DisableSsoConnection(scene.Connection));
        Assert.Null(await portal.Send(Caller.Nobody, new FindSsoForEmail($"known@{scene.Domain}")));
        Assert.Empty(await portal.Ask(new Caller(scene.Tenant, known.ToString(), Roles.Of(Roles.Viewer)), new ListSsoDoors()));
    }

    async Task<ListSsoDomains.Row> Claimed(SsoScene scene, string name) => await Row(scene, await portal.Send(scene.Owner, new ClaimSsoDomain(name)));

    async Task<ListSsoDomains.Row> Row(SsoScene scene, SsoDomainId id) => (await portal.Ask(scene.Owner, new ListSsoDomains())).Single(d => d.Id == id);

    sealed class FakeDns : IDnsText
    {
        public Dictionary<string, string[]> Texts { get; } = [];

        public bool Silent { get; set; }

        Task<DnsAnswer> IDnsText.Texts(string name, CancellationToken ct) =>
            Task.FromResult<DnsAnswer>(Silent ? new DnsAnswer.Unanswered("silent") : new DnsAnswer.Found(Texts.GetValueOrDefault(name, [])));
    }
}
