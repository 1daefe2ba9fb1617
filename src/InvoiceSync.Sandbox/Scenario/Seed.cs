using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe;
using InvoiceSync.Sandbox.Stripe.Objects;
using InvoiceSync.Sandbox.Stripe.Webhooks;

namespace InvoiceSync.Sandbox.Scenario;

/// <summary>
/// Sixty days of trade that end now, the same for the same seed. Past sales raise events but call no webhook unless asked:
/// whoever connects later finds them by listing, as with a real account.
/// </summary>
sealed class Seed(Store store, PracticeClock clock, Courier courier)
{
    // Out of a hundred sales; the rest are companies in RON.
    static readonly (string Kind, int Share)[] Mix =
    [
        (SaleKinds.Individual, 16), (SaleKinds.B2c, 12), (SaleKinds.Eur, 10), (SaleKinds.MultiRate, 9), (SaleKinds.Discount, 7), (SaleKinds.Charge, 5),
        (SaleKinds.Unpaid, 3),
    ];

    /// <summary>The receipts of what was made; empty when this account already has this seed.</summary>
    public IReadOnlyList<JsonObject> Plant(string account, int days, int seed, bool deliver)
    {
        if (!store.Run(work => Claim(work, account, days, seed))) return [];
        var (dice, now) = (new Random(seed), clock.GetUtcNow());
        var moments = Moments(dice, now, days).Order().ToList();
        return [.. moments.Select((moment, place) => Sell(account, Kind(dice, place), moment, dice, deliver))];
    }

    // The rare kinds come for certain, one of each in every sixty sales, the others by the dice.
    static string Kind(Random dice, int place)
    {
        var roll = dice.Next(100);
        string[] certain = [SaleKinds.Refused, SaleKinds.NoAddress, SaleKinds.ReverseCharge, SaleKinds.Inclusive, SaleKinds.Proration, SaleKinds.Free, SaleKinds.Huf, SaleKinds.Union, SaleKinds.AbroadPerson];
        if (place % 60 < certain.Length * 5 && place % 5 == 4) return certain[place % 60 / 5];
        foreach (var (kind, share) in Mix)
        {
            if (roll < share) return kind;
            roll -= share;
        }
        return SaleKinds.Company;
    }

    static IEnumerable<DateTimeOffset> Moments(Random dice, DateTimeOffset now, int days)
    {
        for (var day = days; day >= 1; day--)
            for (var sales = 2 + dice.Next(3); sales > 0; sales--)
                yield return now.AddDays(-day).AddSeconds(dice.Next(86_000));
    }

    static bool Claim(Work work, string account, int days, int seed)
    {
        var id = $"{account}/{days}/{seed}";
        if (work.Find("practice/seed", id) is not null) return false;
        work.Put("practice/seed", id, new JsonObject { ["id"] = id });
        return true;
    }

    JsonObject Sell(string account, string kind, DateTimeOffset moment, Random dice, bool deliver)
    {
        var (receipt, changes) = store.Run(work =>
        {
            var books = new Books(work, account, moment, null, null) { Delivers = deliver };
            KnownAccounts.Note(books);
            return (new Sale(books, dice).Make(kind), work.Changes);
        });
        courier.Take(changes);
        return receipt;
    }
}
