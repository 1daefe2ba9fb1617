using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tests.Architecture.Planted.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Modules say whom they use, use nobody else, and never in a circle.</summary>
public sealed class NeighboursTests
{
    static readonly Chapters Business = new(typeof(IModule).Assembly, "InvoiceSync", open: "Kernel");
    static readonly Type[] Modules = [.. Business.Types.Where(type => type.IsClass && typeof(IModule).IsAssignableFrom(type))];
    static readonly Chapters Planted = new(typeof(Intruder).Assembly, "InvoiceSync.Tests.Architecture.Planted");

    [Fact]
    public void Every_chapter_of_the_business_has_one_module() =>
        Assert.Equal(Business.Types.Select(Business.Of).Where(chapter => chapter != "Kernel").Distinct().Order(), Modules.Select(Business.Of).Order());

    [Fact]
    public void A_module_uses_only_the_neighbours_it_declares() =>
        Verdict.NoneOf(Neighbours.Undeclared(Neighbours.Actual(Business, open: "Kernel"), Declared()));

    [Fact]
    public void No_module_comes_back_to_itself_over_its_neighbours()
    {
        Verdict.NoneOf(Neighbours.Circles(Declared()));
        Verdict.NoneOf(Neighbours.Circles(Neighbours.Actual(Business, open: "Kernel")));
    }

    [Fact]
    public void A_use_that_is_not_declared_is_seen() =>
        Assert.Equal(["Shop uses Stock and does not say so"], Neighbours.Undeclared(Neighbours.Actual(Planted), []));

    [Fact]
    public void A_circle_is_seen() =>
        Assert.Equal(
            ["A comes back to itself", "B comes back to itself", "C comes back to itself"],
            Neighbours.Circles(new() { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] }));

    static Dictionary<string, HashSet<string>> Declared() => Modules.ToDictionary(module => Business.Of(module)!, module =>
    {
        var builder = new ModuleBuilder(new ServiceCollection());
        module.GetMethod(nameof(IModule.Register))!.Invoke(null, [builder]);
        return builder.Neighbours.Select(neighbour => Business.Of(neighbour)!).ToHashSet();
    });
}
