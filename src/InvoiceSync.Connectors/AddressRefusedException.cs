namespace InvoiceSync.Connectors;

/// <summary>A name led to an address that we do not call for a company.</summary>
public sealed class AddressRefusedException(string host) : IOException($"{host} leads to no public address.");
