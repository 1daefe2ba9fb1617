using System.Collections.Concurrent;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafLogTests
{
    [Fact]
    public async Task Logs_name_the_path_and_the_outcome_and_never_a_token_a_tax_id_or_a_document()
    {
        using var server = new BadServer(async (me, caller) =>
        {
            await me.Hear(caller);
            await BadServer.Say(caller, "HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\nbody");
        });
        using var lines = new Lines();
        await using var services = new ServiceCollection()
            .AddLogging(log => log.AddProvider(lines).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<ICallBudget, FakeBudget>()
            .AddAnaf()
            .BuildServiceProvider();

        var account = FakeAnaf.Account with { BaseAddress = server.Address };
        await services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name)
            .Submit(account, FakeAnaf.Invoice, TestContext.Current.CancellationToken);

        var all = string.Join('\n', lines.Written);
        Assert.Contains("/test/FCTEL/rest/upload: 500, 4 bytes", all, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeAnaf.Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeAnaf.Account.TaxId, all, StringComparison.Ordinal);
        Assert.DoesNotContain("Invoice/>", all, StringComparison.Ordinal);
    }

    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
