using InvoiceSync.Kernel;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>Seals a secret another module keeps in its own row. It opens only for the same tenant and purpose, by OpenSecret.</summary>
[Requires("connections.open")]
public sealed record SealSecret(string Purpose, string Secret) : ICommand<string>
{
    public override string ToString() => $"SealSecret {{ Purpose = {Purpose} }}";

    internal sealed class Handler(SecretVault vault) : IHandle<SealSecret, string>
    {
        public Task<string> Handle(SealSecret command, CancellationToken ct) => vault.Seal(command.Purpose, command.Secret, ct);
    }
}
