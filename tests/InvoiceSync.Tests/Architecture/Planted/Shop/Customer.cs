using InvoiceSync.Tests.Architecture.Planted.Stock;

namespace InvoiceSync.Tests.Architecture.Planted.Shop;

/// <summary>Asks at the door, as one should.</summary>
sealed class Customer
{
    public static int Ask() => CountCrates.Answer();
}
