using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel;

public sealed class CallerReachTests
{
    const string Me = "usr_me";
    const string Colleague = "usr_colleague";
    const string Stranger = "usr_stranger";

    [Theory]
    [InlineData("invoice.read.own", true, false, false, false)]
    [InlineData("invoice.read.team", true, true, false, false)]
    [InlineData("invoice.read.all", true, true, true, true)]
    [InlineData("invoice.update.all", false, false, false, false)]
    public void A_permission_reaches_ones_own_the_teams_or_everything(string key, bool mine, bool teams, bool strangers, bool nobodys)
    {
        var caller = new Caller(Some.Tenant, Me, Permissions.Expand([key])) { Team = [Me, Colleague] };
        Assert.Equal((mine, teams, strangers, nobodys), (
            caller.Reaches("invoice.read", Me), caller.Reaches("invoice.read", Colleague), caller.Reaches("invoice.read", Stranger), caller.Reaches("invoice.read", null)));
    }

    [Fact]
    public void Our_own_work_reaches_everything() => Assert.Null(Caller.System(Some.Tenant, "system").Reach("invoice.read"));
}
