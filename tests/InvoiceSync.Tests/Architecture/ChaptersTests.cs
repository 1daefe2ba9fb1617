using InvoiceSync.Tests.Architecture.Planted.Shop;
using InvoiceSync.Tests.Architecture.Planted.Stock;

namespace InvoiceSync.Tests.Architecture;

/// <summary>The house rules would see an intruder: one is planted in this assembly.</summary>
public sealed class ChaptersTests
{
    static readonly Chapters Planted = new(typeof(Intruder).Assembly, "InvoiceSync.Tests.Architecture.Planted");

    [Fact]
    public void An_intruder_hidden_in_an_async_lambda_is_seen() =>
        Assert.Contains(Planted.Windows(Planted.Types), window =>
            window.Contains(nameof(Intruder), StringComparison.Ordinal) && window.EndsWith("Stock.Model.Crate", StringComparison.Ordinal));

    [Fact]
    public void Who_enters_by_the_door_or_lives_there_is_no_intruder() =>
        Assert.DoesNotContain(Planted.Windows(Planted.Types), window => !window.Contains(nameof(Intruder), StringComparison.Ordinal));

    [Fact]
    public void Strangers_from_other_assemblies_are_seen_too() =>
        Assert.NotEmpty(Planted.Windows([typeof(Stranger)]));

    [Fact]
    public void A_neighbour_is_seen_even_at_the_door() =>
        Assert.Contains(Planted.Neighbours(Planted.Types), use =>
            use.Contains(nameof(Customer), StringComparison.Ordinal) && use.EndsWith(nameof(CountCrates), StringComparison.Ordinal));

    [Fact]
    public void An_open_chapter_has_no_back_room()
    {
        var open = new Chapters(typeof(Intruder).Assembly, "InvoiceSync.Tests.Architecture.Planted", open: "Stock");
        Assert.Empty(open.Windows(open.Types));
    }

    sealed class Stranger
    {
        public object? Found { get; } = new Planted.Stock.Model.Crate(1);
    }
}
