using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access.Model;

/// <summary>Puts a connection's secrets into the company's vault and takes them out again.</summary>
sealed class SsoSecrets(ScopedDispatch dispatch)
{
    /// <summary>The kept secrets with the given ones laid over them; an empty one is forgotten.</summary>
    public async Task<Dictionary<string, string>> Seal(TenantId tenant, SsoConnection connection, IReadOnlyDictionary<string, string> given, CancellationToken ct)
    {
        var kept = new Dictionary<string, string>(connection.Secrets);
        foreach (var (name, secret) in given)
        {
            kept.Remove(name);
            if (secret.Length > 0) kept[name] = (await dispatch.As(Vault(tenant), d => d.Send(new SealSecret(Purpose(connection.Id, name), secret), ct))).OrThrow();
        }

        return kept;
    }

    public async Task<IReadOnlyDictionary<string, string>> Open(SsoConnection connection, CancellationToken ct)
    {
        var opened = new Dictionary<string, string>();
        foreach (var (name, box) in connection.Secrets)
            opened[name] = (await dispatch.As(Vault(connection.TenantId), d => d.Ask(new OpenSecret(Purpose(connection.Id, name), box), ct))).OrThrow();
        return opened;
    }

    static Caller Vault(TenantId tenant) => Caller.System(tenant, "sso");

    public static string Purpose(SsoConnectionId connection, string name) => $"{connection}:{name}";
}
