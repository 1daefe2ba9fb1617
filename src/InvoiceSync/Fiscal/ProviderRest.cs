namespace InvoiceSync.Fiscal;

/// <summary>Until when a provider is left in peace; null when it may be called. IsShaky: its last call failed.</summary>
public sealed record ProviderRest(DateTimeOffset? Until, bool IsShaky);
