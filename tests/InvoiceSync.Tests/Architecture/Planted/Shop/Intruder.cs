using InvoiceSync.Tests.Architecture.Planted.Stock.Model;

namespace InvoiceSync.Tests.Architecture.Planted.Shop;

/// <summary>Climbs into the back room of Stock where it is hardest to see: in an async lambda.</summary>
sealed class Intruder
{
    public static Func<Task<int>> Climb() => async () =>
    {
        await Task.Yield();
        return new Crate(2).Size;
    };
}
