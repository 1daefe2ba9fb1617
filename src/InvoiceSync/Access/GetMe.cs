using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>The signed-in person and the tenants they belong to, with the role in each.</summary>
[Requires("self")]
public sealed record GetMe : IQuery<GetMe.View>
{
    public sealed record View(UserId Id, string Email, string Name, IReadOnlyList<Membership> Memberships);

    public sealed record Membership(string Slug, string TenantName, string Role, bool IsPractice);
}
