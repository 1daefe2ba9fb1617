using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Stripe: sales from its invoices and charges, and its webhooks. Everything that speaks to Stripe is in this folder.</summary>
public static class StripeConnector
{
    public const string Provider = "stripe";

    /// <summary>The API version every request is pinned to; webhook endpoints are created with the same.</summary>
    public const string ApiVersion = "2026-10-28.endive";

    const long LargestAnswer = 32 << 20;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Stripe's own address; a practice connection has another.</summary>
    public static Uri BaseAddress { get; } = new("https://api.stripe.com");

    extension(IServiceCollection services)
    {
        /// <summary>Registers the ports Stripe serves, under the key "stripe".</summary>
        public IServiceCollection AddStripe()
        {
            // The factory's own logger would write whole addresses, with customers' data in the query.
            services.AddHttpClient(Provider, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, LargestAnswer))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    AutomaticDecompression = System.Net.DecompressionMethods.All,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                })
                .RemoveAllLoggers();

            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<StripeWire>().AddSingleton<StripeBudget>().AddSingleton<StripeClient>();
            services.AddSingleton<StripeAccounts>().AddSingleton<StripeTaxRates>();
            services.AddSingleton<StripeReturns>().AddSingleton<StripeInvoices>().AddSingleton<StripeCharges>().AddSingleton<StripeEvents>();
            services.AddSingleton<StripeLocator>().AddSingleton<StripeConnectionTest>();
            services.AddKeyedSingleton<ISalesSource, StripeSales>(Provider);
            services.AddKeyedSingleton<IInboundHook, StripeHook>(Provider);
            return services;
        }
    }
}
