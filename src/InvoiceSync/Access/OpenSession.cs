using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>Begins a session of 8 hours, or 30 days when remembered. Our own code sends it after the person is proved.</summary>
[Anonymous]
sealed record OpenSession(UserId User, bool Remember, string Device, string Address, OpenSession.Sso? By = null) : IProcess<SignIn.Session>
{
    /// <summary>The provider that proved the person, and the one company it may open.</summary>
    public sealed record Sso(TenantId Tenant, SsoConnectionId Connection, string Subject, string? SessionIndex, DateTimeOffset? EndsAt, string? Hint);

    public SignInWay Way { get; init; } = By is null ? SignInWay.Password : SignInWay.Sso;

    /// <summary>What the browser says it was given at an earlier sign-in.</summary>
    public string? KnownDevice { get; init; }

    public override string ToString() => $"{nameof(OpenSession)} of {User}";

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<OpenSession, SignIn.Session>
    {
        public async Task<SignIn.Session> Handle(OpenSession command, CancellationToken ct)
        {
            var begun = (await inside.As(Inside.House(who.Caller), d => d.Send(new BeginSession(command), ct))).OrThrow();
            IReadOnlyList<TenantId> tenants = command.By is { } by ? [by.Tenant] : begun.Tenants;
            var slugs = (await dispatcher.Ask(new FindTenants(Ids: tenants), ct)).OrThrow().Select(t => t.Slug);
            return new(begun.Token, begun.EndsAt, [.. slugs]) { Remember = begun.Remember, Device = begun.Device };
        }
    }
}
