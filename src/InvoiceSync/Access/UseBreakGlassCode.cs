using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>
/// Lets an owner, signed in with their password, into a company whose own sign-in or network list keeps them out. The code
/// is spent, the session enters until it ends, and every owner is told.
/// </summary>
[Requires("self")]
public sealed record UseBreakGlassCode(string TenantSlug, string Code) : IProcess<Done>
{
    public override string ToString() => nameof(UseBreakGlassCode);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<UseBreakGlassCode, Done>
    {
        static readonly HashSet<string> Spending = ["connections.open"];

        public async Task<Done> Handle(UseBreakGlassCode command, CancellationToken ct)
        {
            var caller = who.Caller;
            Rule.Require(Ids.TryParse<SessionId>(caller.Session, out var session), EntryErrors.CodeWrong);
            var tenant = Rule.Found((await dispatcher.Ask(new FindTenants(command.TenantSlug), ct)).OrThrow().SingleOrDefault(), EntryErrors.CodeWrong);
            var within = caller with { TenantOrNone = tenant.Id, Permissions = Spending };
            return (await inside.As(within, d => d.Send(new SpendBreakGlassCode(session, command.Code), ct))).OrThrow();
        }
    }
}
