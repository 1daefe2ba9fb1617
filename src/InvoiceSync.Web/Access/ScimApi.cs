using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Access;

/// <summary>SCIM 2.0 (RFC 7643, 7644): a company's directory keeps its people and groups here. The key is an API key that may manage users.</summary>
static class ScimApi
{
    const int LargestBody = 512 * 1024; // a group of five thousand fits

    public static bool IsAt(PathString path) => path.StartsWithSegments("/scim");

    static readonly AuthorizationPolicy KeyHolder = new AuthorizationPolicyBuilder(ApiKeyAuthentication.Name).RequireAuthenticatedUser().Build();

    public static void MapScim(this WebApplication app)
    {
        var scim = app.MapGroup("/scim/v2").RequireAuthorization(KeyHolder).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody)).ExcludeFromDescription();
        scim.MapScimUsers();
        scim.MapScimGroups();
        scim.MapScimDiscovery();
        scim.Map("/{**rest}", () => ScimAnswer.Refuse(StatusCodes.Status404NotFound, null, "There is no such endpoint."));
    }
}
