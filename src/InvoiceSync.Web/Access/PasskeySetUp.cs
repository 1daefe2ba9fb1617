using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Web.Access;

/// <summary>The framework's passkey handler over our own people. A fingerprint or PIN is required: then a passkey is two steps in one.</summary>
static class PasskeySetUp
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<PasskeyPerson>();
        services.AddScoped<IUserStore<PasskeyPerson>, PasskeyPeople>();
        services.AddScoped<IPasskeyHandler<PasskeyPerson>, PasskeyHandler<PasskeyPerson>>().AddSingleton<PasskeyState>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PortalOptions>((passkeys, portal) =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            // Without a public origin, on a developer's machine, the framework takes the host of the request.
            if (portal.PublicOrigin is not { } origin) return;
            passkeys.ServerDomain = origin.Host;
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin.GetLeftPart(UriPartial.Authority));
        });
        return services;
    }
}
