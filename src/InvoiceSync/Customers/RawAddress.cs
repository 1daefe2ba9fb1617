namespace InvoiceSync.Customers;

/// <summary>An address as somebody typed it: any part may be missing, county and country in any spelling.</summary>
public sealed record RawAddress(string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country);
