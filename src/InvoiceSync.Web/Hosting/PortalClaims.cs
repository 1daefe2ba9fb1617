using System.Security.Claims;
using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting;

/// <summary>What a principal carries, and the caller it stands for.</summary>
static class PortalClaims
{
    public const string Person = "person";
    public const string Session = "session";
    public const string Token = "token";
    public const string Tenant = "tenant";
    public const string Role = "role";
    public const string Slug = "slug";

    static readonly HashSet<string> SignedIn = ["self"];

    public static Caller CallerOf(ClaimsPrincipal principal, string correlation)
    {
        if (principal.FindFirstValue(Person) is not { } person) return Caller.Nobody with { CorrelationId = correlation };
        TenantId? tenant = Ids.TryParse<TenantId>(principal.FindFirstValue(Tenant), out var id) ? id : null;
        var permissions = principal.FindFirstValue(Role) is { } role ? Roles.Of(role) : SignedIn;
        return new(tenant, person, permissions) { CorrelationId = correlation };
    }
}
