using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>The account behind a key. It exists from its first use on.</summary>
static class Accounts
{
    public static readonly StripeRoute[] Routes = [new("GET", "/v1/account", call => Show(call.Books))];

    static JsonObject Show(Books books) => new()
    {
        ["id"] = $"acct_1P{books.Account}",
        ["object"] = "account",
        ["business_profile"] = new JsonObject { ["name"] = $"Practice {books.Account}", ["url"] = null },
        ["business_type"] = "company",
        ["charges_enabled"] = true,
        ["country"] = "RO",
        ["default_currency"] = "ron",
        ["details_submitted"] = true,
        ["email"] = null,
        ["payouts_enabled"] = true,
        ["settings"] = new JsonObject { ["dashboard"] = new JsonObject { ["display_name"] = $"Practice {books.Account}", ["timezone"] = "Europe/Bucharest" } },
        ["type"] = "standard",
    };
}
