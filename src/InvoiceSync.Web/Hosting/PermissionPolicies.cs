using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>[Authorize(Policy = "invoice.read")] on a page means what [Requires("invoice.read")] means on a message.</summary>
sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (await base.GetPolicyAsync(policyName) is { } named) return named;
        var policy = new AuthorizationPolicyBuilder(SessionAuthentication.Name).RequireAuthenticatedUser();
        if (policyName == "self") return policy.Build();
        return policy.RequireClaim(PortalClaims.Permission, policyName).Build();
    }
}
