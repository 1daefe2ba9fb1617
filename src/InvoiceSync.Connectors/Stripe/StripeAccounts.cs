using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Whose account a key opens. Objects do not tell, so it is asked once for each key and remembered by the key's hash.</summary>
sealed class StripeAccounts(StripeClient client)
{
    readonly ConcurrentDictionary<string, string> known = new();

    public Task<SourceAnswer<string>> Identify(SourceAccount account, CancellationToken ct)
    {
        if (account.AccountId is { } id) return Task.FromResult(StripeAnswers.Good(id));
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(account.ApiKey)));
        return known.TryGetValue(print, out var found)
            ? Task.FromResult(StripeAnswers.Good(found))
            : client.Get(account, StripeCall.Get("/v1/account"), ct).Select(owner => known.GetOrAdd(print, owner.Id));
    }
}
