using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>When ANAF's authorisation ends, from a month before on; null while it is far off or there is none.</summary>
[Requires("invoice.read")]
public sealed record GetAuthorizationEnd : IQuery<GetAuthorizationEnd.View?>
{
    const int AheadDays = 30;

    /// <summary>It can be renewed until EndsAt, and is good for filing until AccessUntil. DaysLeft is 0 when it has ended.</summary>
    public sealed record View(DateTimeOffset EndsAt, DateTimeOffset? AccessUntil, int DaysLeft);

    internal sealed class Handler(IDispatcher dispatcher, TimeProvider time) : IHandle<GetAuthorizationEnd, View?>
    {
        public async Task<View?> Handle(GetAuthorizationEnd query, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == FiscalDoor.Anaf && c.SecretsKept.Contains("refresh_token"));
            if (kept?.RenewableUntil is not { } ends) return null;
            var left = Math.Max(0, (int)Math.Ceiling((ends - time.GetUtcNow()).TotalDays));
            return left <= AheadDays ? new(ends, kept.AccessUntil, left) : null;
        }
    }
}
