using System.Collections.Concurrent;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>What a tax names only by id: its percentage, country and kind. Stripe never changes these, so they are kept.</summary>
sealed class StripeTaxRates(StripeClient client)
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<(Guid Connection, string Rate), StripeTaxRate?> kept = new();

    public async Task<SourceAnswer<IReadOnlyDictionary<string, StripeTaxRate>>> Find(SourceAccount account, IEnumerable<string> ids, CancellationToken ct)
    {
        var found = new Dictionary<string, StripeTaxRate>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var asked = One(account, id, ct);
            if (await asked is not SourceAnswer<StripeTaxRate?>.Found { Value: var rate }) return await asked.Select(IReadOnlyDictionary<string, StripeTaxRate> (_) => found);
            if (rate is not null) found[id] = rate;
        }

        return StripeAnswers.Good<IReadOnlyDictionary<string, StripeTaxRate>>(found);
    }

    Task<SourceAnswer<StripeTaxRate?>> One(SourceAccount account, string id, CancellationToken ct)
    {
        if (kept.TryGetValue((account.Connection, id), out var known)) return Task.FromResult(StripeAnswers.Good(known));
        if (kept.Count >= Most) kept.Clear();
        return client.Get(account, StripeCall.Get($"/v1/tax_rates/{StripeCall.Segment(id)}"), ct).OrNone()
            .Select(rate => kept[(account.Connection, id)] = rate is { } whole ? StripeTaxRate.Of(whole) : null);
    }
}

/// <summary>Nominal percentage, 19 for 19 %; null for a flat amount.</summary>
sealed record StripeTaxRate(decimal? Percentage, string? Country, string? TaxType)
{
    public static StripeTaxRate Of(StripeObject rate) => new(
        rate.TextOrNone("rate_type") == "flat_amount" ? null : rate.DecimalOrNone("percentage") ?? throw rate.Missing("percentage"),
        rate.TextOrNone("country"),
        rate.TextOrNone("tax_type"));
}
