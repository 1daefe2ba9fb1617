using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>Who is calling, and what an address asks for: everything needs a signed-in member unless it says otherwise.</summary>
static class PortalSecurity
{
    public static IServiceCollection AddPortalSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Sessions>().AddSingleton<RememberedDevice>().AddScoped<Door>().AddScoped<Presence>();
        services.AddPasskeys();
        services.AddScoped<CircuitIdentity>();
        services.AddScoped<CircuitHandler, CircuitGuard>();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddScoped<ICallerSource, WebCaller>();
        services.AddAuthentication(SessionAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Name, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(Member(SessionAuthentication.Name).Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddDataProtection().SetApplicationName("InvoiceSync");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        return services;
    }

    public static AuthorizationPolicyBuilder Member(string scheme) =>
        new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().RequireClaim(PortalClaims.Tenant);
}
