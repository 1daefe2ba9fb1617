using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class CreateFirstOwnerTests
{
    static readonly CreateFirstOwner Command = new("ana@exemplu.ro", "Ana", "a long enough password", "Exemplu", "exemplu", TenantMode.Practice);
    readonly List<GetTenant.View> tenants = [];
    bool isFirstRun = true;
    bool isPasswordWeak;

    [Fact]
    public async Task The_first_person_becomes_owner_of_the_first_company()
    {
        Assert.Equal(Some.Tenant, await Create());
        Assert.Single(tenants);
    }

    [Fact]
    public async Task Once_anybody_exists_it_is_refused_for_ever()
    {
        isFirstRun = false;
        Assert.Equal("setup.finished", (await Assert.ThrowsAsync<RuleBrokenException>(Create)).Error.Code);
        Assert.Empty(tenants);
    }

    [Fact]
    public async Task A_try_that_failed_at_the_password_can_be_repeated_with_the_same_company()
    {
        isPasswordWeak = true;
        Assert.Equal("password.weak", (await Assert.ThrowsAsync<RuleBrokenException>(Create)).Error.Code);
        isPasswordWeak = false;
        Assert.Equal(Some.Tenant, await Create());
        Assert.Single(tenants);
    }

    [Fact]
    public void The_password_is_not_in_its_text() => Assert.Equal("CreateFirstOwner", $"{Command}");

    Task<TenantId> Create()
    {
        var dispatcher = new FakeDispatcher()
            .On<IsFirstRun, bool>(_ => isFirstRun)
            .Tell<FindTenants, IReadOnlyList<GetTenant.View>>([.. tenants])
            .On<CreateTenant, TenantId>(made =>
            {
                if (tenants.Any(t => t.Slug == made.Slug)) return Error.Conflict("tenant.slug_taken", "Taken.");
                tenants.Add(Some.Company);
                return Some.Tenant;
            })
            .On<AddPerson, UserId>(_ => isPasswordWeak ? Error.Invalid("password.weak", "Weak.") : Some.Id<UserId>(1));
        return new CreateFirstOwner.Handler(dispatcher.Scoped()).Handle(Command, TestContext.Current.CancellationToken);
    }
}
