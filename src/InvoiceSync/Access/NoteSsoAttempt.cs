using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Writes down how a coming-back from a provider went. Our own code sends it, in the company's name.</summary>
[Requires("connections.open")]
sealed record NoteSsoAttempt(SsoConnectionId Connection, string Outcome, string? Detail, string? Subject, string? Email, string Address) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteSsoAttempt, Done>
    {
        public async Task<Done> Handle(NoteSsoAttempt command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var old = now - SsoAttempt.Kept;
            await db.SsoAttempts.Where(a => a.At < old).ExecuteDeleteAsync(ct);
            db.Add(new SsoAttempt
            {
                Id = Guid.CreateVersion7(now),
                ConnectionId = command.Connection,
                At = now,
                Outcome = command.Outcome,
                Detail = SsoAttempt.Cut(command.Detail, 500),
                Subject = SsoAttempt.Cut(command.Subject, 255),
                Email = SsoAttempt.Cut(command.Email, 255),
                Address = SsoAttempt.Cut(command.Address, 64),
            });
            db.Note(new Act(command.Outcome == SsoAttempt.Passed ? "sign_in.passed" : "sign_in.refused", "sso_connection", command.Connection.ToString())
            {
                Status = command.Outcome == SsoAttempt.Passed ? ActStatus.Ok : ActStatus.Refused,
                Address = command.Address,
                Details = new Dictionary<string, string> { ["outcome"] = command.Outcome, ["email"] = SsoAttempt.Cut(command.Email, 255) ?? "" },
            });
            return default;
        }
    }
}
