using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Lets in whom a provider has proved, into the connection's company and no other. Intent is the opaque text a test or a
/// link began with, kept in the protocol's state: then nobody is signed in and Session is null. Every outcome is noted.
/// </summary>
[Anonymous]
public sealed record SignInBySso(SsoConnectionId Connection, ProvenIdentity Who, string Device, string Address, string? Intent = null, string? LeavingHint = null) : IProcess<SignInBySso.Outcome>
{
    /// <summary>The number the person is shown when they are refused; written beside the reason.</summary>
    public string? Number { get; init; }

    public override string ToString() => $"SignInBySso {{ Connection = {Connection} }}";

    /// <summary>Home is the local address to go to when nothing else was wanted.</summary>
    public sealed record Outcome(SignIn.Session? Session, string Home)
    {
        public override string ToString() => $"outcome, home {Home}";
    }

    internal sealed class Handler(PlatformScope platform, ScopedDispatch dispatch, IDispatcher dispatcher) : IHandle<SignInBySso, Outcome>
    {
        public async Task<Outcome> Handle(SignInBySso command, CancellationToken ct)
        {
            var owner = await platform.Read("whose connection proved somebody", db => db.SsoConnections.Where(c => c.Id == command.Connection).Select(c => (TenantId?)c.TenantId).SingleOrDefaultAsync(ct), ct);
            Rule.Require(owner is not null, SsoErrors.ConnectionNotFound);
            var tenant = (await dispatcher.Ask(new FindTenants(Ids: [owner.Value]), ct)).OrThrow().Single();
            var company = Caller.System(tenant.Id, command.Connection.ToString());
            return command.Intent is { } intent ? await Finish(command, intent, tenant, company, ct) : await Enter(command, tenant, company, ct);
        }

        async Task<Outcome> Finish(SignInBySso command, string intent, GetTenant.View tenant, Caller company, CancellationToken ct)
        {
            var ended = (await dispatch.As(company, d => d.Send(new FinishSsoIntent(command.Connection, command.Who, intent, command.Address), ct))).OrThrow();
            Rule.Require(ended.Intent != SsoIntent.Prove || ended.Refusal is null, ended.Refusal!);
            return new(null, ended.Intent switch
            {
                SsoIntent.Link => $"/t/{tenant.Slug}/account/security?company-sign-in={ended.Refusal?.Code ?? "tied"}",
                SsoIntent.Prove => $"/t/{tenant.Slug}/account/proved",
                _ => $"/t/{tenant.Slug}/settings/sso/{command.Connection}",
            });
        }

        async Task<Outcome> Enter(SignInBySso command, GetTenant.View tenant, Caller company, CancellationToken ct)
        {
            var entered = await dispatch.As(company, d => d.Send(new EnterBySso(command.Connection, command.Who), ct));
            var refusal = entered.Error ?? (entered.OrThrow() is null ? SsoErrors.RoleMissing : null);
            await dispatch.As(company, d => d.Send(
                new NoteSsoAttempt(command.Connection, refusal?.Code ?? SsoAttempt.Passed, refusal is null ? null : command.Number, command.Who.Subject, command.Who.Email, command.Address), ct));
            Rule.Require(refusal is null, refusal!);

            var facts = new OpenSession.Sso(tenant.Id, command.Connection, command.Who.Subject, command.Who.SessionIndex, command.Who.EndsAt, command.LeavingHint);
            var session = (await dispatcher.Send(new OpenSession(entered.OrThrow()!.Value, false, command.Device, command.Address, facts), ct)).OrThrow();
            return new(session, $"/t/{tenant.Slug}/");
        }
    }
}
