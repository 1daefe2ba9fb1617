using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access;

/// <summary>Makes an API key for this tenant with the permissions of Viewer or Owner. The secret is in the answer once and never again.</summary>
[Requires("integration.manage")]
public sealed record CreateApiKey(string Name, string Role) : ICommand<CreateApiKey.Shown>
{
    public sealed record Shown(ApiKeyId Id, string Secret)
    {
        public override string ToString() => $"API key {Id}";
    }

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<CreateApiKey, Shown>
    {
        public Task<Shown> Handle(CreateApiKey command, CancellationToken ct)
        {
            Rule.Require(command.Name is { Length: > 0 and <= 100 }, AccessErrors.KeyNameMissing);
            Rule.Require(Roles.Exists(command.Role), AccessErrors.RoleUnknown);
            var secret = Token.New();
            var key = new ApiKey { Id = time.New<ApiKeyId>(), Name = command.Name, Role = command.Role, SecretHash = Token.Hash(secret), CreatedAt = time.GetUtcNow() };
            db.Add(key);
            return Task.FromResult(new Shown(key.Id, $"isk_{key.Id.Value:N}.{secret}"));
        }
    }
}
