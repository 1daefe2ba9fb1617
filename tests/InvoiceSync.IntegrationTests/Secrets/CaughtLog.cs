using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>Every line a portal logs at any level, with its scopes and what was thrown.</summary>
sealed class CaughtLog : ILoggerProvider, ISupportExternalScope
{
    IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Catching(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    sealed class Catching(CaughtLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            log.scopes.ForEachScope((scope, list) => list.Add(scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : $"{scope}"), around);
            log.Lines.Enqueue($"{category}: {formatter(state, exception)} {state} {exception} {string.Join(' ', around)}");
        }
    }
}
