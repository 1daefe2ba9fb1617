using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Stripe: sales from its invoices and charges, and its webhooks. Everything that speaks to Stripe is in this folder.</summary>
public static class StripeConnector
{
    public const string Provider = "stripe";

    /// <summary>The API version every request is pinned to; webhook endpoints are created with the same.</summary>
    public const string ApiVersion = "2026-10-28.endive";

    extension(IServiceCollection services)
    {
        public IServiceCollection AddStripe()
        {
            services.AddKeyedSingleton<IInboundHook, StripeHook>(Provider);
            return services;
        }
    }
}
