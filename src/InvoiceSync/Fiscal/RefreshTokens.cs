using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Renews the authority's tokens when fewer than 14 days remain. The queue runs it once at a time for each tenant.</summary>
[Requires("fiscal.file")]
public sealed record RefreshTokens : IProcess<Done>
{
    static readonly TimeSpan Ahead = TimeSpan.FromDays(14);
    static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    internal sealed class Handler(ScopedDispatch dispatch, IDispatcher dispatcher, FiscalDoor door, CallerHolder who, TimeProvider time) : IHandle<RefreshTokens, Done>
    {
        public async Task<Done> Handle(RefreshTokens command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == FiscalDoor.Anaf);
            if (kept is null || !kept.SecretsKept.Contains("refresh_token")) return default;
            if (kept.RenewableUntil < now + Warning)
                await door.NeedsPerson(who.Caller, $"The ANAF authorisation ends on {kept.RenewableUntil:yyyy-MM-dd}. Authorise again with the certificate.", ct);
            if (kept.AccessUntil > now + Ahead) return default;

            var opened = await door.Connection(who.Caller, ct);
            var answer = await door.Authorization.Refresh(door.App(opened), opened.Secrets["refresh_token"], ct);
            if (answer is TokenAnswer.Refused(_, var help)) await door.NeedsPerson(who.Caller, help, ct);
            var me = Caller.System(who.Caller.Tenant, "system");
            (await dispatch.As(me, d => d.Send(Tokens.Keep(opened, answer, now), ct))).OrThrow();
            return default;
        }
    }
}
