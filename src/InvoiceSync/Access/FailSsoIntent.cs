using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access;

/// <summary>Ends a test or link whose answer was not believed. Our own code sends it, in the company's name.</summary>
[Requires("connections.open")]
sealed record FailSsoIntent(SsoConnectionId Connection, string Intent, string Reason, string? Detail) : ICommand<Done>
{
    public override string ToString() => nameof(FailSsoIntent);

    internal sealed class Handler(SsoIntents intents, InvoiceSyncDb db) : IHandle<FailSsoIntent, Done>
    {
        public async Task<Done> Handle(FailSsoIntent command, CancellationToken ct)
        {
            var attempt = await intents.Take(db, command.Connection, command.Intent, ct);
            (attempt.Outcome, attempt.Detail) = (command.Reason, SsoAttempt.Cut(command.Detail, 500));
            return default;
        }
    }
}
