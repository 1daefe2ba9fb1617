using InvoiceSync.Access;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tests.Access;

public sealed class RolesTests
{
    static readonly string[] Asked = [.. new HandlerTable(typeof(Roles).Assembly.GetTypes()).Entries.Select(e => e.Permission).OfType<string>().Distinct()];

    [Fact]
    public void An_owner_may_all_a_viewer_may_and_more() => Assert.ProperSuperset(Roles.Of(Roles.Viewer).ToHashSet(), Roles.Of(Roles.Owner).ToHashSet());

    [Fact]
    public void A_viewer_changes_nothing() => Assert.Equal(["audit.read", "sales.read", "self"], Roles.Of(Roles.Viewer).Order());

    [Theory]
    [InlineData("Admin")]
    [InlineData("owner")]
    [InlineData("")]
    public void An_unknown_role_may_nothing(string role)
    {
        Assert.False(Roles.Exists(role));
        Assert.Empty(Roles.Of(role));
    }

    [Theory]
    [InlineData("connections.open")]
    [InlineData("platform.manage")]
    [InlineData("*")]
    public void No_role_opens_secrets_or_manages_the_installation(string permission)
    {
        Assert.DoesNotContain(permission, Roles.Of(Roles.Owner));
        Assert.DoesNotContain(permission, Roles.Of(Roles.Viewer));
    }

    [Fact]
    public void Every_permission_a_role_holds_is_asked_by_some_message() => Assert.Empty(Roles.Of(Roles.Owner).Except(Asked));

    [Fact]
    public void Every_permission_a_message_asks_is_held_by_an_owner_or_by_no_role_on_purpose() =>
        Assert.Equal(["connections.open", "platform.manage"], Asked.Except(Roles.Of(Roles.Owner)).Order());
}
