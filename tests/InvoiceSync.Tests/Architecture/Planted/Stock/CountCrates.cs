using InvoiceSync.Tests.Architecture.Planted.Stock.Model;

namespace InvoiceSync.Tests.Architecture.Planted.Stock;

/// <summary>The front door of Stock.</summary>
sealed class CountCrates
{
    public static int Answer() => new Crate(3).Size;
}
