namespace InvoiceSync.Sync;

/// <summary>Events in the order they happened. When there are more, ask again after the last one; keep that id only once the page is stored.</summary>
public sealed record EventPage(IReadOnlyList<SourceEvent> Events, bool HasMore);

/// <summary>An event and its text exactly as the provider sent it.</summary>
public sealed record SourceEvent(HookEnvelope Envelope, string Json);
