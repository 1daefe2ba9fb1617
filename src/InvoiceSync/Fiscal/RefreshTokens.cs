using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Renews the authority's tokens when fewer than 14 days remain, one node at a time. A refresh token works once: both new
/// ones are kept in one commit before anything uses them.
/// </summary>
[Requires("fiscal.file")]
public sealed record RefreshTokens : IProcess<Done>
{
    static readonly TimeSpan Ahead = TimeSpan.FromDays(14);
    static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    internal sealed class Handler(ScopedDispatch dispatch, IDispatcher dispatcher, FiscalDoor door, CallerHolder who, TimeProvider time) : IHandle<RefreshTokens, Done>
    {
        const string CutOff = "The last renewal was cut off while ANAF answered, and the token it gave is lost. ";

        public async Task<Done> Handle(RefreshTokens command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            if (await Kept(ct) is not { } kept) return default;
            if (kept.RenewableUntil < now + Warning)
                await door.NeedsPerson(who.Caller, $"The ANAF authorisation ends on {kept.RenewableUntil:yyyy-MM-dd}. Authorise again with the certificate.", ct);
            if (kept.AccessUntil > now + Ahead) return default;

            var holder = Guid.CreateVersion7(now);
            var turn = await dispatcher.Send(new BeginTokenRefresh(FiscalDoor.Anaf, holder), ct);
            // Somebody else began in this moment.
            if (turn.Error is { Kind: ErrorKind.Conflict } || turn.OrThrow() == RefreshTurn.Others) return default;

            // Who had the turn before us may have renewed them.
            if ((await Kept(ct))?.AccessUntil > now + Ahead) return await End(holder, ct);
            var opened = await door.Connection(who.Caller, ct);
            var answer = await door.Authorization.Refresh(door.App(opened), opened.Secrets["refresh_token"], ct);
            if (answer is TokenAnswer.Refused(_, var help))
            {
                await door.NeedsPerson(who.Caller, turn.OrThrow() == RefreshTurn.OursAfterCut ? CutOff + help : help, ct);
                await End(holder, ct);
            }

            // Whatever stops us from here on leaves the turn taken: who takes it over knows that an answer may be lost.
            var me = Caller.System(who.Caller.Tenant, "system");
            (await dispatch.As(me, d => d.Send(Tokens.Keep(opened, answer, now), ct))).OrThrow();
            return await End(holder, ct);
        }

        async Task<Done> End(Guid holder, CancellationToken ct) => (await dispatcher.Send(new EndTokenRefresh(FiscalDoor.Anaf, holder), ct)).OrThrow();

        async Task<GetConnections.View?> Kept(CancellationToken ct) =>
            (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == FiscalDoor.Anaf && c.SecretsKept.Contains("refresh_token"));
    }
}
