using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>
/// Gives a remembered device its next pair of tokens. A remember token works once: shown again, it was copied, and the
/// session ends everywhere. Null when there is nothing to go on with.
/// </summary>
[Anonymous]
public sealed record ResumeSession(string Remember, string Address) : IProcess<ResumeSession.Resumed?>
{
    public override string ToString() => nameof(ResumeSession);

    /// <summary>Without a token it is a second tab that came a moment late: it should ask again, by then with what the first one got.</summary>
    public sealed record Resumed(string? Token, string? Remember, DateTimeOffset EndsAt)
    {
        public override string ToString() => nameof(Resumed);
    }

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ResumeSession, Resumed?>
    {
        public async Task<Resumed?> Handle(ResumeSession command, CancellationToken ct) =>
            command.Remember.Length is 0 or > 128 ? null : (await inside.As(Inside.House(who.Caller), d => d.Send(new RotateTokens(command.Remember, command.Address), ct))).OrThrow();
    }
}
