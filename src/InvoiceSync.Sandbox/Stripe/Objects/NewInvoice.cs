using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>The full shape of a fresh draft in API version 2026-10-28.endive, includable fields left out.</summary>
static class NewInvoice
{
    public static JsonObject From(Books books, Parameters given, JsonObject customer)
    {
        var method = given.Text("collection_method") ?? "charge_automatically";
        if (method is not ("charge_automatically" or "send_invoice"))
            throw StripeRefusal.Invalid("Invalid collection_method: must be one of charge_automatically or send_invoice", "collection_method");
        if (method == "send_invoice" && !given.Has("days_until_due") && !given.Has("due_date"))
            throw StripeRefusal.Invalid("If collection method is 'send_invoice', you must provide days_until_due or due_date.", "days_until_due");

        return new JsonObject
        {
            ["id"] = books.NewId("invoice", "in_"),
            ["object"] = "invoice",
            ["account_country"] = "RO",
            ["account_name"] = $"Practice {books.Account}",
            ["account_tax_ids"] = null,
            ["amount_due"] = 0L,
            ["amount_overpaid"] = 0L,
            ["amount_paid"] = 0L,
            ["amount_paid_off_stripe"] = 0L,
            ["amount_remaining"] = 0L,
            ["amount_shipping"] = 0L,
            ["application"] = null,
            ["attempt_count"] = 0L,
            ["attempted"] = false,
            ["auto_advance"] = false,
            ["automatic_tax"] = new JsonObject
            {
                ["disabled_reason"] = null,
                ["enabled"] = false,
                ["liability"] = null,
                ["provider"] = null,
                ["status"] = null,
            },
            ["automatically_finalizes_at"] = null,
            ["billing_reason"] = "manual",
            ["collection_method"] = method,
            ["created"] = books.Seconds,
            ["currency"] = (given.Text("currency") ?? "ron").ToLowerInvariant(),
            ["custom_fields"] = null,
            ["customer"] = (string)customer["id"]!,
            ["customer_account"] = null,
            ["customer_address"] = customer["address"]?.DeepClone(),
            ["customer_email"] = (string?)customer["email"],
            ["customer_name"] = (string?)customer["name"],
            ["customer_phone"] = (string?)customer["phone"],
            ["customer_shipping"] = customer["shipping"]?.DeepClone(),
            ["customer_tax_exempt"] = (string?)customer["tax_exempt"],
            ["customer_tax_ids"] = Snapshot(books, (string)customer["id"]!),
            ["default_payment_method"] = null,
            ["default_source"] = null,
            ["default_tax_rates"] = new JsonArray(),
            ["description"] = null,
            ["discounts"] = new JsonArray(),
            ["due_date"] = null,
            ["effective_at"] = null,
            ["ending_balance"] = null,
            ["footer"] = null,
            ["from_invoice"] = null,
            ["hosted_invoice_url"] = null,
            ["invoice_pdf"] = null,
            ["issuer"] = new JsonObject { ["type"] = "self" },
            ["last_finalization_error"] = null,
            ["latest_revision"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["next_payment_attempt"] = null,
            ["number"] = null,
            ["on_behalf_of"] = null,
            ["parent"] = null,
            ["payment_settings"] = new JsonObject
            {
                ["default_mandate"] = null,
                ["payment_method_options"] = null,
                ["payment_method_types"] = null,
            },
            ["period_end"] = books.Seconds,
            ["period_start"] = books.Seconds,
            ["post_payment_credit_notes_amount"] = 0L,
            ["pre_payment_credit_notes_amount"] = 0L,
            ["receipt_number"] = null,
            ["rendering"] = null,
            ["shipping_cost"] = null,
            ["shipping_details"] = null,
            ["starting_balance"] = 0L,
            ["statement_descriptor"] = null,
            ["status"] = "draft",
            ["status_transitions"] = new JsonObject
            {
                ["finalized_at"] = null,
                ["marked_uncollectible_at"] = null,
                ["paid_at"] = null,
                ["voided_at"] = null,
            },
            ["subtotal"] = 0L,
            ["subtotal_excluding_tax"] = 0L,
            ["test_clock"] = null,
            ["total"] = 0L,
            ["total_discount_amounts"] = new JsonArray(),
            ["total_excluding_tax"] = 0L,
            ["total_pretax_credit_amounts"] = new JsonArray(),
            ["total_taxes"] = new JsonArray(),
            ["webhooks_delivered_at"] = null,
        };
    }

    /// <summary>Type and value of the customer's tax ids, frozen on the invoice as it is finalised.</summary>
    public static JsonArray Snapshot(Books books, string customer) =>
        [.. TaxIds.OfCustomer(books, customer).Select(id => new JsonObject { ["type"] = (string)id["type"]!, ["value"] = (string)id["value"]! })];
}
