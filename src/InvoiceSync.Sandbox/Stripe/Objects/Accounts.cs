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
        ["business_profile"] = new JsonObject
        {
            ["mcc"] = null,
            ["minority_owned_business_designation"] = null,
            ["name"] = $"Practice {books.Account}",
            ["product_description"] = null,
            ["specified_commercial_transactions_act_url"] = null,
            ["support_address"] = null,
            ["support_email"] = null,
            ["support_phone"] = null,
            ["support_url"] = null,
            ["url"] = null,
        },
        ["business_type"] = "company",
        ["charges_enabled"] = true,
        ["country"] = "RO",
        ["default_currency"] = "ron",
        ["details_submitted"] = true,
        ["email"] = null,
        ["payouts_enabled"] = true,
        ["type"] = "standard",
    };
}
