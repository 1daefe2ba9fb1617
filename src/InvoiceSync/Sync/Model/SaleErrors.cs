using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class SaleErrors
{
    public static readonly Error NotFound = Error.NotFound("sale.not_found", "There is no such sale.");
    public static readonly Error Invoiced = Error.Conflict("sale.invoiced", "This sale has its invoice already.");
    public static readonly Error NotCorrectable = Error.Refused("sale.not_correctable", "Only a parked or refused sale can be corrected.");
    public static readonly Error RangeInvalid = Error.Invalid("range.invalid", "Choose a first day that is not after the last, at most 366 days apart.", "From");
    public static readonly Error NothingChosen = Error.Invalid("range.nothing_chosen", "Choose invoices, payments without invoice, or both.", "Invoices");
    public static readonly Error RunNotFound = Error.NotFound("sync_run.not_found", "There is no such sync.");
    public static readonly Error KeyInvalid = Error.Invalid("stripe.key_invalid", "A Stripe key begins with rk_ or sk_, then test_ or live_.", "ApiKey");
    public static readonly Error KeyPublishable = Error.Invalid("stripe.key_publishable", "This is a publishable key (pk_). Make a restricted key (rk_) in Stripe and enter that.", "ApiKey");
    public static readonly Error KeyOfOtherWorld = Error.Invalid("stripe.key_of_other_world", "A practice company takes only practice keys (…_test_…), never a live key.", "ApiKey");
    public static readonly Error SecretInvalid = Error.Invalid("stripe.secret_invalid", "A webhook secret begins with whsec_. At most two, while one is being rolled.", "WebhookSecrets");
    public static readonly Error RateInvalid = Error.Invalid("stripe.charge_rate_invalid", "The VAT rate of payments without invoice is 21 or 11, or empty to decide each time.", "ChargeVatRate");

    public static Error SourceAway(string why) => Error.Unavailable("source.unavailable", why);

    public static Error SourceUnreadable(string why) => Error.Refused("source.unreadable", why);
}
