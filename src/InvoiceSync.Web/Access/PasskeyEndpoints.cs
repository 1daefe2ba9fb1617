using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Web.Access;

/// <summary>The WebAuthn ceremonies: a challenge, and what the authenticator made of it. The state between the two travels sealed in a cookie of five minutes.</summary>
static class PasskeyEndpoints
{
    const int Largest = 16 * 1024;

    public sealed record Attested(string Name, JsonElement Credential);

    public sealed record Asserted(JsonElement Credential, string? ReturnUrl);

    public static void MapPasskeys(this WebApplication app)
    {
        var account = app.MapGroup("/account/passkeys").ExcludeFromDescription().AddEndpointFilter(Ours);
        account.MapPost("/options", CreationOptions);
        account.MapPost("/", Add);
        account.MapPost("/proof/options", RequestOptions);
        account.MapPost("/proof", Prove);
        var door = app.MapGroup("/sign-in/passkey").ExcludeFromDescription().AllowAnonymous().AddEndpointFilter(Ours);
        door.MapPost("/options", RequestOptions);
        door.MapPost("/", Enter);
    }

    // A page of ours asks, and in few words.
    static async ValueTask<object?> Ours(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (http.Request.ContentLength is null or > Largest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await next(call) : Results.BadRequest();
    }

    static async Task<IResult> CreationOptions(HttpContext http, IDispatcher dispatcher, IPasskeyHandler<PasskeyPerson> passkeys, PasskeyState state)
    {
        var me = (await dispatcher.Ask(new GetMe(), http.RequestAborted)).OrThrow();
        var options = await passkeys.MakeCreationOptionsAsync(new() { Id = me.Id.ToString(), Name = me.Email, DisplayName = me.Name }, http);
        state.Keep(http, options.AttestationState);
        return Results.Content(options.CreationOptionsJson, "application/json");
    }

    static async Task<IResult> Add(Attested body, HttpContext http, IDispatcher dispatcher, IPasskeyHandler<PasskeyPerson> passkeys, PasskeyState state)
    {
        var proved = await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = body.Credential.GetRawText(), AttestationState = state.Take(http) });
        if (!proved.Succeeded || proved.UserEntity.Id != http.User.FindFirst(PortalClaims.Person)?.Value) return PasskeyState.Refused.ToProblem();
        var key = proved.Passkey;
        var facts = new PasskeyFacts(key.CredentialId, key.PublicKey, key.SignCount, key.Transports ?? [], key.IsBackupEligible, key.IsBackedUp);
        var added = await dispatcher.Send(new AddPasskey(body.Name, facts), http.RequestAborted);
        return added.Match<IResult>(_ => Results.NoContent(), error => error.ToProblem());
    }

    static async Task<IResult> RequestOptions(HttpContext http, IPasskeyHandler<PasskeyPerson> passkeys, PasskeyState state)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        state.Keep(http, options.AssertionState);
        return Results.Content(options.RequestOptionsJson, "application/json");
    }

    static async Task<IResult> Prove(Asserted body, HttpContext http, IDispatcher dispatcher, IPasskeyHandler<PasskeyPerson> passkeys, PasskeyState state)
    {
        var proved = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = body.Credential.GetRawText(), AssertionState = state.Take(http) });
        if (!proved.Succeeded) return PasskeyState.Refused.ToProblem();
        var shown = await dispatcher.Send(new ProvePresenceByPasskey(proved.User.Id, proved.Passkey.CredentialId, proved.Passkey.SignCount, proved.Passkey.IsBackedUp), http.RequestAborted);
        return shown.Match<IResult>(_ => Results.NoContent(), error => error.ToProblem());
    }

    static async Task<IResult> Enter(Asserted body, HttpContext http, IDispatcher dispatcher, IPasskeyHandler<PasskeyPerson> passkeys, PasskeyState state, Door door)
    {
        var proved = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = body.Credential.GetRawText(), AssertionState = state.Take(http) });
        if (!proved.Succeeded) return PasskeyState.Refused.ToProblem();
        var entry = new SignInByPasskey(proved.User.Id, proved.Passkey.CredentialId, proved.Passkey.SignCount, proved.Passkey.IsBackedUp, Door.Agent(http), Door.Address(http))
        {
            KnownDevice = DoorCookie.Device.Read(http),
        };
        var session = await dispatcher.Send(entry, http.RequestAborted);
        return session.Error is { } error ? error.ToProblem() : Results.Json(new { To = await door.Enter(http, session.OrThrow(), body.ReturnUrl) });
    }
}
