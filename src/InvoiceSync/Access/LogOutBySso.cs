using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access;

/// <summary>
/// Ends the sessions a provider's proved log-out names, and uses that log-out up, in one commit: it works once, or may be sent
/// again. A handler of a protocol sends it in the company's name. The answer is how many sessions ended.
/// </summary>
[Requires("connections.open")]
public sealed record LogOutBySso(SsoConnectionId Connection, string Key, DateTimeOffset Until, string? Subject, string? SessionIndex) : ICommand<int>
{
    public override string ToString() => $"LogOutBySso {{ Connection = {Connection} }}";

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<LogOutBySso, int>
    {
        public async Task<int> Handle(LogOutBySso command, CancellationToken ct)
        {
            await new SpendSsoToken.Handler(db, time).Handle(new(command.Connection, command.Key, command.Until), ct);
            return await new EndSsoSessions.Handler(db, time).Handle(new(command.Connection, command.Subject, command.SessionIndex), ct);
        }
    }
}
