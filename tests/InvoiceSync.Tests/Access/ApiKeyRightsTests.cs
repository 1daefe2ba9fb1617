using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class ApiKeyRightsTests
{
    [Theory]
    [InlineData(Roles.Owner, "billing.manage", true)]
    [InlineData(Roles.Admin, "billing.manage", false)]
    [InlineData(Roles.Admin, "user.manage", true)]
    [InlineData(Roles.Accountant, "user.manage", false)]
    [InlineData(Roles.Owner, "invoice.read.own", true)]
    [InlineData(Roles.Viewer, "invoice.read.team", true)]
    [InlineData(Roles.TeamMember, "invoice.read.own", true)]
    [InlineData(Roles.TeamMember, "invoice.read.team", false)]
    [InlineData(Roles.TeamMember, "invoice.read.all", false)]
    [InlineData(Roles.Manager, "invoice.update.own", true)]
    [InlineData(Roles.Manager, "invoice.update.all", false)]
    [InlineData(Roles.Owner, "platform.manage", false)]
    public void Nobody_gives_away_what_they_do_not_hold(string role, string scope, bool may) => Assert.Equal(may, Roles.Of(role).MayGive(scope));

    [Fact]
    public void A_person_answers_for_what_they_make_the_installation_has_nobody_and_a_key_makes_none()
    {
        var person = Some.Id<UserId>(1).ToString();
        Assert.Equal(person, ApiKeyRights.Answering(Some.Owner with { Actor = person }));
        Assert.Null(ApiKeyRights.Answering(Caller.System(Some.Tenant, "system")));
        Assert.Equal("caller.not_a_person", Assert.Throws<RuleBrokenException>(() => ApiKeyRights.Answering(Some.Owner with { Actor = Some.Id<ApiKeyId>(1).ToString() })).Error.Code);
    }
}
