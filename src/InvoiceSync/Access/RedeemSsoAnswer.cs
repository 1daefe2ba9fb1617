using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Uses a provider's proved message, once on all nodes, together with the question it answers. Request is null when nobody
/// asked. The answer is what the browser had been sent for. A protocol's handler sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
public sealed record RedeemSsoAnswer(SsoConnectionId Connection, string Message, DateTimeOffset Until, string? Request = null, string? Browser = null) : ICommand<RedeemSsoAnswer.Wish>
{
    public override string ToString() => $"RedeemSsoAnswer {{ Connection = {Connection} }}";

    public sealed record Wish(string? ReturnPath, string? Intent);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RedeemSsoAnswer, Wish>
    {
        public async Task<Wish> Handle(RedeemSsoAnswer command, CancellationToken ct)
        {
            var spent = SsoSpentToken.Of(command.Connection, command.Message, command.Until).Id;
            Rule.Require(!await db.SsoSpentTokens.AnyAsync(t => t.Id == spent, ct), SamlErrors.AnswerUsed);
            // Of two at the same moment the key lets one commit.
            await new SpendSsoToken.Handler(db, time).Handle(new(command.Connection, command.Message, command.Until), ct);
            return command.Request is { } request ? await Take(command, SsoRequest.Key(command.Connection, request), time.GetUtcNow(), ct) : new(null, null);
        }

        async Task<Wish> Take(RedeemSsoAnswer command, string id, DateTimeOffset now, CancellationToken ct)
        {
            var asked = await db.SsoRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EndsAt >= now, ct);
            Rule.Require(
                asked is not null && command.Browser is { } browser && CryptographicOperations.FixedTimeEquals(Token.Hash(browser), asked.BrowserHash),
                SamlErrors.RequestUnknown);
            // The row counts, not the reading of it: two answers at once find one.
            Rule.Require(await db.SsoRequests.Where(r => r.Id == id).ExecuteDeleteAsync(ct) == 1, SamlErrors.RequestUnknown);
            return new(asked.ReturnPath, asked.Intent);
        }
    }
}
