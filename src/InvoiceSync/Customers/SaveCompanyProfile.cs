using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Saves our own company. Refused with the field named when the CUI, county, sector or a length is wrong.</summary>
[Requires("settings.manage")]
public sealed record SaveCompanyProfile(Seller Seller) : ICommand<Done>;
