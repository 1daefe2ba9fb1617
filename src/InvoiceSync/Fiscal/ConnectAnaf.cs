using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Keeps the OAuth application registered at ANAF for this tenant. UseTest files to ANAF's own test system. Null keeps the secret.</summary>
[Requires("settings.manage")]
public sealed record ConnectAnaf(string ClientId, string? ClientSecret, bool UseTest) : ICommand<ConnectionId>;
