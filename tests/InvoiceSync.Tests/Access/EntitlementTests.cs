using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class EntitlementTests
{
    [Fact]
    public void Several_roles_add_up()
    {
        var both = Entitlement.Of([Roles.Accountant, Roles.TeamMember], None);
        Assert.Superset(Roles.Of(Roles.Accountant).ToHashSet(), both.Permissions.ToHashSet());
        Assert.Superset(Roles.Of(Roles.TeamMember).ToHashSet(), both.Permissions.ToHashSet());
    }

    [Fact]
    public void An_own_role_holds_what_it_inherits_and_what_it_adds()
    {
        var bookings = Own(1, inherits: [Roles.Viewer], adds: ["reconcile"]);
        var deeper = Own(2, inherits: [bookings.Id.ToString()], adds: ["export"]);
        Assert.Superset(new HashSet<string> { "report.view", "reconcile", "export" }, Entitlement.Of([deeper.Id.ToString()], Dictionary(bookings, deeper)).Permissions.ToHashSet());
        Assert.Equal([deeper.Id.ToString(), bookings.Id.ToString(), Roles.Viewer], Entitlement.Source("report.view", [deeper.Id.ToString()], Dictionary(bookings, deeper)));
    }

    [Fact]
    public void Roles_that_inherit_in_a_circle_end_somewhere()
    {
        var first = Own(1, inherits: [Some.Id<RoleId>(2).ToString()], adds: ["export"]);
        var second = Own(2, inherits: [first.Id.ToString()], adds: ["reconcile"]);
        Assert.Superset(new HashSet<string> { "export", "reconcile" }, Entitlement.Of([first.Id.ToString()], Dictionary(first, second)).Permissions.ToHashSet());
        Assert.Null(Entitlement.Source("approve", [first.Id.ToString()], Dictionary(first, second)));
    }

    [Fact]
    public void A_limit_counts_only_while_every_role_has_one()
    {
        var small = Own(1, limits: new(MaxInvoiceAmount: 100));
        var larger = Own(2, limits: new(MaxInvoiceAmount: 500, CanApproveOwn: true));
        string[] two = [small.Id.ToString(), larger.Id.ToString()];
        Assert.Equal(500, Entitlement.Of(two, Dictionary(small, larger)).Limits.MaxInvoiceAmount);
        Assert.True(Entitlement.Of(two, Dictionary(small, larger)).Limits.CanApproveOwn);
        Assert.Null(Entitlement.Of([.. two, Roles.Manager], Dictionary(small, larger)).Limits.MaxInvoiceAmount);
    }

    [Fact]
    public void A_role_that_was_deleted_gives_nothing() => Assert.Equal(["self"], Entitlement.Of(["rol_gone"], None).Permissions);

    static readonly Dictionary<string, Role> None = [];

    static Role Own(byte n, string[]? inherits = null, string[]? adds = null, Limits? limits = null) =>
        new() { Id = Some.Id<RoleId>(n), Name = $"role {n}", Inherits = inherits ?? [], Permissions = adds ?? [], Limits = limits ?? Limits.None };

    static Dictionary<string, Role> Dictionary(params Role[] roles) => roles.ToDictionary(r => r.Id.ToString());
}
