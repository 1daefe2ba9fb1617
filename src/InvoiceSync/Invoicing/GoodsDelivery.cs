using InvoiceSync.Customers;

namespace InvoiceSync.Invoicing;

/// <summary>BG-13 and BG-15: when the goods were handed over (BT-72) and where to. Its country (BT-80) makes a supply an intra-Community one.</summary>
public sealed record GoodsDelivery(DateOnly On, PostalAddress To);
