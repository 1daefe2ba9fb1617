using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel;

public sealed class CallerTests
{
    [Fact]
    public void Nobody_may_nothing_and_has_no_tenant()
    {
        Assert.False(Caller.Nobody.May("invoice.read"));
        Assert.Equal("tenant.missing", Assert.Throws<RuleBrokenException>(() => Caller.Nobody.Tenant).Error.Code);
    }

    [Fact]
    public void Our_own_background_work_may_everything_for_one_tenant()
    {
        var system = Caller.System(Some.Tenant, "system");
        Assert.True(system.May("connections.open"));
        Assert.Equal(Some.Tenant, system.Tenant);
    }

    [Theory]
    [InlineData("sales.rea")]
    [InlineData("sales.read ")]
    [InlineData("SALES.READ")]
    [InlineData("")]
    [InlineData("*")]
    public void A_permission_is_held_by_its_exact_name_or_not_at_all(string permission) =>
        Assert.False(new Caller(Some.Tenant, "usr_1", Roles.Of(Roles.Viewer)).May(permission));
}
