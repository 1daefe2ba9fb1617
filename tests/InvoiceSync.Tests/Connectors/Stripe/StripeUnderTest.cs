using System.Collections.Concurrent;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>The connector as the product composes it, with a fake Stripe behind its HTTP client and a clock that never waits.</summary>
sealed class StripeUnderTest : IDisposable
{
    public const string Key = "sk_test_golden";

    readonly ServiceProvider services;

    public StripeUnderTest(HttpMessageHandler? stripe = null)
    {
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Listener(Log)))
            .AddStripe();
        if (stripe is not null) collection.AddHttpClient(StripeConnector.Provider).ConfigurePrimaryHttpMessageHandler(() => stripe);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public HurriedTime Time { get; } = new();

    public ConcurrentQueue<string> Log { get; } = [];

    public ISalesSource Sales => services.GetRequiredKeyedService<ISalesSource>("stripe");

    public StripeClient Client => services.GetRequiredService<StripeClient>();

    public static SourceAccount Account { get; } =
        new(new TenantId(Guid.Parse("01890000-0000-7000-8000-000000000001")), Guid.Parse("01890000-0000-7000-8000-000000000002"),
            new("http://127.0.0.1:1/stripe"), Key, Live: false, StripeConnector.ApiVersion)
        { AccountId = "acct_1" };

    public void Dispose() => services.Dispose();

    sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
