using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>One call on one account, running inside one unit of work.</summary>
sealed record StripeCall(Books Books, Parameters Parameters, IReadOnlyList<string> Path)
{
    /// <summary>The first id of the address, as in <c>/v1/invoices/{id}</c>.</summary>
    public string Id => Path[0];
}
