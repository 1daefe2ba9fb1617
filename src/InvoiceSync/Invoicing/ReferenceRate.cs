using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>RON for one unit of the currency: quotes for 100 units (HUF, JPY, KRW …) are divided out already.</summary>
public sealed record ReferenceRate(DateOnly PublishedOn, Currency Currency, decimal RonPerUnit);
