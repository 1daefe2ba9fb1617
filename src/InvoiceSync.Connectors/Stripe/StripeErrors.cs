using InvoiceSync.Kernel;

namespace InvoiceSync.Connectors.Stripe;

static class StripeErrors
{
    public static readonly Error KeyRefused = Error.Refused("connection.key_refused",
        "Stripe does not accept this API key. Create a restricted key in the Stripe Dashboard under Developers, API keys, and paste it here whole.");

    public static readonly Error Limited = Error.Unavailable("connection.limited", "Stripe is answering too many requests of this account. Try again in a minute.");

    public static readonly Error ModeMixed = Error.Refused("connection.mode_mixed",
        "The key opens the other mode of the account. Choose live or test to match the key.");

    public static Error Unusable(string why) => Error.Invalid("connection.key_malformed", $"{why} Copy the key again from the Stripe Dashboard.");

    public static Error RightsMissing(IEnumerable<string> rights) => Error.Refused("connection.rights_missing",
        $"The key may not read: {string.Join(", ", rights)}. Edit the restricted key in the Stripe Dashboard and give it Read for these.");

    public static Error Unreachable(string why) => Error.Unavailable("connection.unreachable", $"Stripe could not be asked: {why} Check the network and try again.");

    public static Error Unreadable(string why) => Error.Refused("connection.answer_unreadable", $"The address does not answer as Stripe does: {why}");
}
