using System.Collections.Concurrent;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// The connection of an address /sso/{slug}/…, remembered for five seconds: so long may a changed or switched-off connection
/// still serve on any node, and a new one serves at once.
/// </summary>
sealed class SsoConnections(ScopedDispatch dispatch, TimeProvider time)
{
    const int Most = 1000;
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, (DateTimeOffset Until, GetSsoConnection.View View)> known = new(StringComparer.Ordinal);

    public async ValueTask<GetSsoConnection.View?> Find(string slug, CancellationToken ct)
    {
        if (!IsSlug(slug)) return null;
        var now = time.GetUtcNow();
        if (known.TryGetValue(slug, out var kept) && kept.Until > now) return kept.View;
        var view = (await dispatch.As(Caller.Nobody, d => d.Send(new GetSsoConnection(slug), ct))).OrThrow();
        if (known.Count >= Most) known.Clear();
        if (view is null) known.TryRemove(slug, out _);
        else known[slug] = (now + Remembered, view);
        return view;
    }

    // Random text of our own making: anything else is not worth a question to the database.
    static bool IsSlug(string slug) => slug.Length == 20 && slug.All(char.IsAsciiHexDigitLower);
}
