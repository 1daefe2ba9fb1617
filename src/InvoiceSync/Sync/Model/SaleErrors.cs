using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class SaleErrors
{
    public static readonly Error NotFound = Error.NotFound("sale.not_found", "There is no such sale.");
    public static readonly Error NotYours = Error.Forbidden("sale.not_yours", "Your role lets you change only sales that are yours. Ask for this one to be assigned to you.");
    public static readonly Error Invoiced = Error.Conflict("sale.invoiced", "This sale has its invoice already.");
    public static readonly Error NotCorrectable = Error.Refused("sale.not_correctable", "Only a parked or refused sale can be corrected.");
    public static readonly Error InvoicedOtherwise = Error.Conflict("sale.invoiced_otherwise", "This sale has its invoice already, with another tax number or invoice number.");
    public static readonly Error NumberOfSource = Error.Invalid("invoice_number.given_by_source", "Only a charge may be given an invoice number; an invoice keeps the one Stripe gave it.", "InvoiceNumber");
    public static readonly Error NumberInvalid = Error.Invalid("invoice_number.invalid", "An invoice number has 1 to 200 characters, among them a digit (BR-RO-010), and no blanks around or control characters.", "InvoiceNumber");
    public static readonly Error NumberReserved = Error.Invalid("invoice_number.reserved", "Numbers like S-000001 are given by our own series. Choose another form.", "InvoiceNumber");
    public static readonly Error NumberTaken = Error.Conflict("invoice_number.taken", "Another invoice has this number.");
    public static readonly Error SourceIdInvalid = Error.Invalid("source_id.invalid", "A Stripe id has at most 255 letters, digits and underscores, like in_… or ch_….", "SourceId");
    public static readonly Error TaxIdInvalid = Error.Invalid("customer_tax_id.invalid", "A tax number has at most 32 letters and digits, or is - for a private person.", "TaxId");
    public static readonly Error RangeInvalid = Error.Invalid("range.invalid", "Choose a first day that is not after the last, at most 366 days in all.", "From");
    public static readonly Error NothingChosen = Error.Invalid("range.nothing_chosen", "Choose invoices, payments without invoice, or both.", "Invoices");
    public static readonly Error DaysInvalid = Error.Invalid("days.invalid", "Choose 1 to 366 days.", "Days");
    public static readonly Error TaxIdsTooMany = Error.Invalid("tax_ids.too_many", "Send at most 2,000 tax numbers at once.", "TaxIds");
    public static readonly Error RunNotFound = Error.NotFound("sync_run.not_found", "There is no such sync.");
    public static readonly Error KeyInvalid = Error.Invalid("stripe.key_invalid", "A Stripe key begins with rk_ or sk_, then test_ or live_.", "ApiKey");
    public static readonly Error KeyPublishable = Error.Invalid("stripe.key_publishable", "This is a publishable key (pk_). Make a restricted key (rk_) in Stripe and enter that.", "ApiKey");
    public static readonly Error KeyOfOtherWorld = Error.Invalid("stripe.key_of_other_world", "A practice company takes only practice keys (…_test_…), never a live key.", "ApiKey");
    public static readonly Error SecretInvalid = Error.Invalid("stripe.secret_invalid", "A webhook secret begins with whsec_. At most two, while one is being rolled.", "WebhookSecrets");
    public static readonly Error RateInvalid = Error.Invalid("stripe.charge_rate_invalid", "The VAT rate of payments without invoice is 21 or 11, or empty to decide each time.", "ChargeVatRate");

    public static readonly Error SizeUnknown = Error.Invalid("company.size_unknown", "Choose whether the company is a large, medium or other taxpayer.", "Size");

    public static Error NotDue(string? why) => Error.Refused("sale.not_due", why ?? "Stripe does not show it as finished: a draft, void, failed or pending sale is not invoiced.");

    public static Error SourceAway(string why) => Error.Unavailable("source.unavailable", why);

    public static Error SourceUnreadable(string why) => Error.Refused("source.unreadable", why);
}
