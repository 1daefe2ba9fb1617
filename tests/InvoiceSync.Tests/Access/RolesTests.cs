using InvoiceSync.Access;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tests.Access;

public sealed class RolesTests
{
    static readonly string[] Asked = [.. new HandlerTable(typeof(Roles).Assembly.GetTypes()).Entries.Select(e => e.Permission).OfType<string>().Distinct()];

    // The company's matrix, row by row: Owner, Admin, Accountant, Manager, Team member, Viewer.
    public static TheoryData<string, string> Matrix => new()
    {
        { "invoice.create", "yes yes no yes no no" },
        { "invoice.draft", "yes yes no yes yes no" },
        { "invoice.update.all", "yes yes no no no no" },
        { "invoice.update", "yes yes no yes no no" },
        { "invoice.delete", "yes yes no no no no" },
        { "invoice.void", "yes yes yes yes no no" },
        { "invoice.send", "yes yes no yes no no" },
        { "payment.create", "yes yes yes yes no no" },
        { "payment.refund", "yes yes yes no no no" },
        { "user.manage", "yes yes no no no no" },
        { "settings.manage", "yes yes no no no no" },
        { "report.view", "yes yes yes yes no yes" },
        { "billing.manage", "yes no no no no no" },
        { "audit.read", "yes yes yes no no no" },
        { "fiscal.file", "yes yes yes yes no no" },
        { "ledger.read", "yes yes yes yes no yes" },
        { "ledger.post", "yes yes yes no no no" },
        { "integration.manage", "yes yes no no no no" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void The_six_roles_hold_what_the_matrix_says(string permission, string row) =>
        Assert.Equal(row, string.Join(' ', Roles.BuiltIn.Select(role => Roles.Of(role).Contains(permission) ? "yes" : "no")));

    [Fact]
    public void An_owner_may_all_an_administrator_may_and_more() => Assert.ProperSuperset(Roles.Of(Roles.Admin).ToHashSet(), Roles.Of(Roles.Owner).ToHashSet());

    [Fact]
    public void A_viewer_changes_nothing() =>
        Assert.DoesNotContain(Roles.Of(Roles.Viewer), key => key != "self" && !key.Contains("read", StringComparison.Ordinal) && key != "report.view");

    [Theory]
    [InlineData("owner")]
    [InlineData("Root")]
    [InlineData("")]
    public void An_unknown_role_may_nothing(string role)
    {
        Assert.False(Roles.Exists(role));
        Assert.Empty(Roles.Of(role));
    }

    [Theory]
    [InlineData("admin", Roles.Admin)]
    [InlineData("user", Roles.TeamMember)]
    [InlineData("OWNER", Roles.Owner)]
    [InlineData("member", Roles.TeamMember)]
    [InlineData("root", null)]
    public void The_names_of_other_systems_mean_ours(string name, string? role) => Assert.Equal(role, Roles.Mapped(name));

    [Theory]
    [InlineData("connections.open")]
    [InlineData("bulk.run")]
    [InlineData("platform.manage")]
    [InlineData("platform.outages")]
    [InlineData("audit.seal")]
    [InlineData("audit.export")]
    [InlineData("audit.push")]
    [InlineData("audit.refuse")]
    [InlineData("audit.watch")]
    [InlineData("access.read")]
    [InlineData("people.keep")]
    [InlineData("invitation.open")]
    [InlineData("link.open")]
    [InlineData("link.read")]
    [InlineData("mail.send")]
    [InlineData("schedule.run")]
    [InlineData("*")]
    public void No_role_opens_secrets_or_manages_the_installation(string permission) =>
        Assert.All(Roles.BuiltIn, role => Assert.DoesNotContain(permission, Roles.Of(role)));

    [Fact]
    public void Every_permission_a_message_asks_is_held_by_an_owner_or_by_no_role_on_purpose() =>
        Assert.Equal(["access.read", "audit.export", "audit.push", "audit.refuse", "audit.seal", "audit.watch", "bulk.run", "connections.open", "invitation.open", "link.open", "link.read", "mail.send", "people.keep", "platform.manage", "platform.outages", "schedule.run"], Asked.Except(Roles.Of(Roles.Owner)).Order());
}
