using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace InvoiceSync.Web.Hosting;

/// <summary>Looks four times a minute whether the session behind an open screen still lives; if not, the screen is signed out.</summary>
sealed class SessionWatch(ILoggerFactory log, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var person = authenticationState.User;
        return person.FindFirstValue(PortalClaims.Token) is not { } token
            || await sessions.Find(token, person.FindFirstValue(PortalClaims.Slug), person.FindFirstValue(PortalClaims.Address), cancellationToken) is { } who && who.Grant?.Stamp == person.FindFirstValue(PortalClaims.Stamp);
    }
}
