using System.Collections.Concurrent;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Discovery documents and keys of all providers, shared by the connections that name the same issuer.</summary>
sealed class ProviderDocuments(OidcWire wire, TimeProvider time)
{
    const int Most = 1000;

    readonly ConcurrentDictionary<string, Kept<OidcMetadata>> metadata = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Kept<JwkSet>> keys = new(StringComparer.Ordinal);

    public Task<OidcMetadata> Metadata(string issuer, CancellationToken ct) =>
        Of(metadata, issuer, async () => OidcMetadata.Read(await wire.Get(DiscoveryOf(issuer), "discovery", CancellationToken.None), issuer, wire.MayCall)).Get(ct);

    /// <summary>The one key that signed this; for an unknown name the provider is asked again, at most once a minute.</summary>
    public async Task<Jwk> KeyOf(Jws token, OidcMetadata provider, CancellationToken ct)
    {
        OidcRefusedException.Unless(provider.Keys is not null, "jws.key_unknown");
        var kept = Of(keys, provider.Keys.AbsoluteUri, async () => JwkSet.Read(await wire.Get(provider.Keys, "jwks", CancellationToken.None)));
        var set = await kept.Get(ct);
        var key = set.For(token.Algorithm, token.KeyId) ?? (await kept.Newer(set, ct)).For(token.Algorithm, token.KeyId);
        OidcRefusedException.Unless(key is not null, "jws.key_unknown");
        return key;
    }

    /// <summary>Fetches all anew at the next use: for the button of an administrator whose provider lost a key.</summary>
    public void Forget(string issuer)
    {
        metadata.TryRemove(issuer, out _);
        foreach (var address in keys.Keys.Where(a => Uri.TryCreate(issuer, UriKind.Absolute, out var of) && new Uri(a).Host == of.Host)) keys.TryRemove(address, out _);
    }

    Uri DiscoveryOf(string issuer)
    {
        OidcRefusedException.Unless(
            Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Query.Length == 0 && address.Fragment.Length == 0 && !issuer.Contains('?', StringComparison.Ordinal)
            && !issuer.Contains('#', StringComparison.Ordinal) && wire.MayCall(address),
            "issuer.address_refused");
        return new($"{issuer.TrimEnd('/')}/.well-known/openid-configuration");
    }

    Kept<T> Of<T>(ConcurrentDictionary<string, Kept<T>> all, string name, Func<Task<T>> fetch) where T : class
    {
        // A thousand providers and more: whoever fills the memory with invented ones only empties it.
        if (all.Count >= Most) all.Clear();
        return all.GetOrAdd(name, _ => new Kept<T>(fetch, time));
    }
}
