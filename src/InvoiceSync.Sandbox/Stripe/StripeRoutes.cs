using InvoiceSync.Sandbox.Stripe.Objects;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe;

static class StripeRoutes
{
    public static readonly IReadOnlyList<StripeRoute> All =
    [
        .. Invoices.Routes, .. InvoiceLife.Routes, .. InvoiceItems.Routes, .. InvoicePayments.Routes,
        .. Customers.Routes, .. TaxIds.Routes, .. TaxRates.Routes, .. Catalogue.Routes, .. Coupons.Routes,
        .. PaymentIntents.Routes, .. Charges.Routes, .. Refunds.Routes, .. CreditNotes.Routes, .. Events.Routes, .. Endpoints.Routes, .. Accounts.Routes,
    ];

    /// <summary>Reached both as /stripe/v1/… and as /v1/…, because the official clients take a host but no path.</summary>
    public static void MapStripe(this IEndpointRouteBuilder app, StripeApi api)
    {
        foreach (var route in All)
            app.MapMethods(route.Address, [route.Verb], http => api.Serve(http, route));
        app.Map("/v1/{**rest}", StripeWire.Unknown);
    }
}
