using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Whose password it is; null for unknown, wrong and locked alike, after the same work.</summary>
[Anonymous]
public sealed record CheckPassword(string Email, string Password) : IProcess<UserId?>
{
    public string? Address { get; init; }

    public string? KnownDevice { get; init; }

    public override string ToString() => nameof(CheckPassword);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<CheckPassword, UserId?>
    {
        public async Task<UserId?> Handle(CheckPassword attempt, CancellationToken ct)
        {
            var attempted = new TryPassword(attempt.Email, attempt.Password, attempt.Address, attempt.KnownDevice);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(attempted, ct))).OrThrow();
        }
    }
}
